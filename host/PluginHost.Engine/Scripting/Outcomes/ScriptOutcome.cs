namespace PluginHost.Engine.Scripting;

/// <summary>How a run of a script ended. Outcomes hold texts and SDK values only, so that keeping one keeps no script in memory.</summary>
public abstract record ScriptOutcome;
