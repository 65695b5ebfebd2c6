namespace PluginHost.RehearsalServer;

/// <summary>One line of the network's log. README.md is its dictionary.</summary>
public sealed record LogLine
{
    /// <summary>Somebody wants something to be published.</summary>
    public const string Arrived = "arrived";

    /// <summary>It is published.</summary>
    public const string Published = "published";

    /// <summary>It was known as a repeat; nothing was published.</summary>
    public const string Repeated = "repeated";

    /// <summary>It was refused; nothing was published.</summary>
    public const string Refused = "refused";

    /// <summary>A fault of the server before anything was published.</summary>
    public const string Failed = "failed";

    /// <summary>It would have been carried out too late, so it was not.</summary>
    public const string Dropped = "dropped";

    /// <summary>The client left before it had its answer.</summary>
    public const string Gone = "gone";

    /// <summary>Somebody looked for posts.</summary>
    public const string Asked = "asked";

    /// <summary>When, by the network's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened: one of the words above.</summary>
    public required string What { get; init; }

    /// <summary>Which request it was, counted from 1.</summary>
    public required long Request { get; init; }

    /// <summary>The kind of network: <c>bluesky</c>, <c>mastodon</c>, <c>mastodon-without-keys</c> or <c>x</c>.</summary>
    public required string Like { get; init; }

    /// <summary>The handle.</summary>
    public required string Profile { get; init; }

    /// <summary>The idempotency key or record key; empty where there is none.</summary>
    public string Key { get; init; } = "";

    /// <summary>The text, as it was sent.</summary>
    public string? Text { get; init; }

    /// <summary>The whole record, where its bytes count.</summary>
    public string? Record { get; init; }

    /// <summary>The post that it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The post's id on the network.</summary>
    public string? RemoteId { get; init; }

    /// <summary>How the answer went: one of <see cref="Answers"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the same request can never succeed.</summary>
    public bool? ForGood { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
