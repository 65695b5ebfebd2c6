using Microsoft.CodeAnalysis;

namespace PluginHost.Engine.Scripting;

/// <summary>An error that we find in a script, beyond those of the compiler.</summary>
internal sealed record ScriptProblem(string Id, Location Place, string Text)
{
    /// <summary>Whether the script runs all the same.</summary>
    public bool IsWarning { get; init; }
}
