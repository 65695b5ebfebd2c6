using PluginHost.Campaigns;

namespace PluginHost.Engine.Rehearsing;

/// <summary>What one profile did in a rehearsal, and what was done to it.</summary>
public sealed record ProfileCount
{
    public required string Profile { get; init; }

    /// <summary>Posts that are out, answers left out.</summary>
    public required int Posts { get; init; }

    /// <summary>Answers that are out.</summary>
    public required int Answers { get; init; }

    /// <summary>What people said to it.</summary>
    public required int Replies { get; init; }

    /// <summary>What its posts and answers would have cost, as its publisher estimates.</summary>
    /// <value>Null: no price is known for its network.</value>
    public Amount? Cost { get; init; }

    /// <summary>Whatever else people did.</summary>
    public required int Reactions { get; init; }
}
