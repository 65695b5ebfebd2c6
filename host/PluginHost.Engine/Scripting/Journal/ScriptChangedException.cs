namespace PluginHost.Engine.Scripting;

/// <summary>Carries up through the script that it cannot go on with its interrupted run. That it was thrown is remembered: a script may catch this.</summary>
internal sealed class ScriptChangedException(string message) : Exception(message);
