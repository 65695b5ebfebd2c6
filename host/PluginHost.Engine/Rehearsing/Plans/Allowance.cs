namespace PluginHost.Engine.Rehearsing;

/// <summary>What one profile may do in a run, beside what is certain.</summary>
public sealed record Allowance
{
    public required string Profile { get; init; }

    /// <summary>How many posts.</summary>
    public required int MostPosts { get; init; }

    /// <summary>How many answers.</summary>
    public required int MostAnswers { get; init; }
}
