namespace PluginHost.Engine.Rehearsing;

/// <summary>An expectation of a script, and whether it held.</summary>
public sealed record MetExpectation
{
    /// <summary>What was expected.</summary>
    public required string Text { get; init; }

    public required bool Held { get; init; }

    /// <summary>What was there instead; empty where it held.</summary>
    public string Instead { get; init; } = "";

    /// <summary>The line of the script, from 1.</summary>
    public required int Line { get; init; }
}
