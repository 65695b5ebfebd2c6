namespace PluginHost.Campaigns;

/// <summary>A post in the outbox: what was asked for, and what became of it on each profile.</summary>
public sealed record Post
{
    /// <summary>The post's id in this workspace.</summary>
    public required string Id { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is due.</summary>
    /// <value><see langword="null"/>: it is a draft.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>One target a profile, in the order of the plan.</summary>
    public required IReadOnlyList<Target> Targets { get; init => field = [.. value]; }
}
