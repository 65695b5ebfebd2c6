using PluginHost.Campaigns;

namespace PluginHost.Engine.Rehearsing;

/// <summary>A post that left in a rehearsal, or wanted to.</summary>
public sealed record RehearsedPost
{
    /// <summary>When it left.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who said it.</summary>
    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required TargetState State { get; init; }

    /// <summary>Why it was refused; empty where it was not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it answers, as the network names it; null where it is no answer.</summary>
    public string? Answers { get; init; }

    /// <summary>How many pictures and films with a description go with it: some networks charge for them.</summary>
    public int Described { get; init; }

    /// <summary>Which run of the script said it, from 1; 0 where it was planned before the rehearsal, or by something else.</summary>
    public int Run { get; init; }
}
