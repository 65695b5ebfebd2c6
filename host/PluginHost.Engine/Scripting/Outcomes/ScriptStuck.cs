namespace PluginHost.Engine.Scripting;

/// <summary>The script was asked to stop, and did not. Its thread is abandoned: it may still be running, and ends with the process.</summary>
public sealed record ScriptStuck : ScriptOutcome
{
    /// <summary>The time that the run was given and that was over; null where somebody asked.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether it waits for something that does not come; otherwise it is in a call that does not come back, since its own code would have stopped.</summary>
    public bool IsWaiting { get; init; }
}
