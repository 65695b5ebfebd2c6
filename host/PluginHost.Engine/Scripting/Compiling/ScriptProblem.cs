using Microsoft.CodeAnalysis;

namespace PluginHost.Engine.Scripting;

/// <summary>An error that we find in a script, beyond those of the compiler.</summary>
internal sealed record ScriptProblem(string Id, Location Place, string Text);
