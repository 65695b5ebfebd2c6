namespace PluginHost.Engine.Scripting;

/// <summary>The script was asked to stop, and did not. Its thread is abandoned: it may still be running, and ends with the process.</summary>
public sealed record ScriptStuck : ScriptOutcome;
