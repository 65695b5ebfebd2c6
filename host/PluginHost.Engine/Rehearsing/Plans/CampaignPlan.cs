namespace PluginHost.Engine.Rehearsing;

/// <summary>What a rehearsal yields: the posts that are certain, and bounds for the rest. Running it does the one and holds to the other.</summary>
public sealed record CampaignPlan
{
    /// <summary>The version of the form that this program writes.</summary>
    public const int Current = 1;

    public required int Version { get; init; }

    /// <summary>The script, by its path in the workspace.</summary>
    public required string Script { get; init; }

    /// <summary>What the script was given.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>The workspace's name.</summary>
    public required string Workspace { get; init; }

    public required string Seed { get; init; }

    /// <summary>The files that it depends on, by their path in the workspace, each with its SHA-256: the script, what it loads, what it read.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The runs, in order, each on a day of its own.</summary>
    public required IReadOnlyList<PlannedRun> Runs { get; init; }

    /// <summary>What a run may do beside its certain posts.</summary>
    public required IReadOnlyList<Allowance> Envelope { get; init; }
}
