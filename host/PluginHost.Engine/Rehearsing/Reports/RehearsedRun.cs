using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Rehearsing;

/// <summary>One run of the script in a rehearsal.</summary>
public sealed record RehearsedRun
{
    /// <summary>Which, from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>How it ended. Null: it had no end within the days, and was stopped.</summary>
    public required ScriptOutcome? Outcome { get; init; }

    /// <summary>What the script said, in order.</summary>
    public required IReadOnlyList<SaidLine> Said { get; init; }

    /// <summary>What it expected, in the order of its lines.</summary>
    public required IReadOnlyList<MetExpectation> Expectations { get; init; }

    /// <summary>Whether it ended as scripts should, or went on to the end of the days.</summary>
    public bool IsGood => Outcome is null or ScriptDone or ScriptStopped;
}
