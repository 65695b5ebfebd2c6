using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>A row of the outbox: one variant on one profile, as the store has it.</summary>
internal sealed record OutboxTarget
{
    /// <summary>Names the send for ever.</summary>
    public required string Key { get; init; }

    public required long Post { get; init; }

    public required string Profile { get; init; }

    public required string Network { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public required TargetState State { get; init; }

    /// <summary>How often it was tried, 0 before the first time.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SendingAt { get; init; }

    public string? RemoteId { get; init; }

    public string? Link { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The last instant that is known of it.</summary>
    public DateTimeOffset Time => SentAt ?? SendingAt ?? CreatedAt;

    /// <summary>The row as the contract shows it.</summary>
    public Target ToTarget() => new()
    {
        Profile = Profile,
        Network = Network,
        Text = Text,
        State = State,
        RemoteId = RemoteId,
        Link = Link,
        Reason = Reason,
        SentAt = SentAt,
    };
}
