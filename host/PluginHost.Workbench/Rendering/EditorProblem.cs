using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>Something that is wrong at a place of a text that is edited.</summary>
public sealed record EditorProblem
{
    /// <summary>Where it begins.</summary>
    public required TextPlace Start { get; init; }

    /// <summary>The place behind it.</summary>
    public required TextPlace End { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Message { get; init; }
}
