namespace PluginHost.Engine.Rehearsing;

/// <summary>What a run expects: something that could be told at once, or a number by the end.</summary>
internal sealed record Expectation
{
    /// <summary>The line of the script, from 1.</summary>
    public required int Line { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it held, where that could be told at once; null where it is a number by the end.</summary>
    public bool? Held { get; init; }

    /// <summary>Whose posts are counted.</summary>
    public string Profile { get; init; } = "";

    public int Least { get; init; }

    public int Most { get; init; }

    /// <summary>Whether answers are counted, and not the other posts.</summary>
    public bool IsOfAnswers { get; init; }
}
