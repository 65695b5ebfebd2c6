namespace PluginHost.RehearsalServer;

/// <summary>A post that stands on the network.</summary>
public sealed record PublishedPost
{
    /// <summary>The kind of network.</summary>
    public required string Like { get; init; }

    /// <summary>The handle.</summary>
    public required string Profile { get; init; }

    /// <summary>What it says, as it was sent.</summary>
    public required string Text { get; init; }

    /// <summary>The idempotency key or record key; empty where there is none.</summary>
    public required string Key { get; init; }

    /// <summary>Its id on the network.</summary>
    public required string RemoteId { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    internal static PublishedPost Of(LogLine line) => new()
    {
        Like = line.Like,
        Profile = line.Profile,
        Text = line.Text ?? "",
        Key = line.Key,
        RemoteId = line.RemoteId ?? "",
        At = line.At,
    };
}
