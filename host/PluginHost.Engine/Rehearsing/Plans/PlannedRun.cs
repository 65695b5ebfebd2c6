namespace PluginHost.Engine.Rehearsing;

/// <summary>A run of a plan.</summary>
public sealed record PlannedRun
{
    /// <summary>The day on which it begins, in the workspace's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it began in the rehearsal.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it had ended.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The posts that are the same whatever people do: those that it asks for before it looks at what they do.</summary>
    public required IReadOnlyList<CertainPost> Certain { get; init; }
}
