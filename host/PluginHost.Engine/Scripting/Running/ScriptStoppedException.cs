namespace PluginHost.Engine.Scripting;

/// <summary>Carries <c>Stop</c> up through the script. That it was called is remembered elsewhere: a script may catch this.</summary>
internal sealed class ScriptStoppedException(string reason) : Exception(reason);
