namespace PluginHost.Campaigns;

/// <summary>Something that stands against a post that is planned, or written down.</summary>
public sealed record PlannedProblem
{
    /// <summary>The post's id in this workspace.</summary>
    public required string Post { get; init; }

    /// <summary>When it is due.</summary>
    /// <value><see langword="null"/>: it is a draft.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>What stands against it.</summary>
    public required Problem Problem { get; init; }
}
