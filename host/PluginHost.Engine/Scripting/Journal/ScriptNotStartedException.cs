namespace PluginHost.Engine.Scripting;

/// <summary>Tells, before anything of the script runs, that what was asked for cannot be: see <see cref="ScriptNotStarted"/>.</summary>
internal sealed class ScriptNotStartedException(string message) : Exception(message);
