namespace PluginHost.Engine.Scripting;

/// <summary>The script was asked to stop, and did.</summary>
public sealed record ScriptCancelled : ScriptOutcome
{
    /// <summary>The time that the run was given and that was over; null where somebody asked.</summary>
    public TimeSpan? Timeout { get; init; }
}
