using PluginHost.Sdk;

namespace PluginHost.Workbench.Telling;

/// <summary>Something that is wrong, with its place.</summary>
internal sealed record WorkbenchProblem
{
    public required Severity Severity { get; init; }

    public required string Text { get; init; }

    /// <summary>Where it is: a file and line, a plugin's id.</summary>
    public required string Place { get; init; }

    /// <summary>What leads there or mends it; null: nothing.</summary>
    public CommandCall? Command { get; init; }
}
