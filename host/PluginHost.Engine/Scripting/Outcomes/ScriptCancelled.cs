namespace PluginHost.Engine.Scripting;

/// <summary>The script was asked to stop, and did.</summary>
public sealed record ScriptCancelled : ScriptOutcome;
