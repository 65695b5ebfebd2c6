namespace PluginHost.Engine.Scripting;

/// <summary>
/// What a run took on its own thread. Compiling is not in it, nor what plugins, or the script by <c>Task.Run</c>, did on other threads: nobody can
/// tell whose that was.
/// </summary>
public sealed record ScriptUsage
{
    /// <summary>From the beginning to the end, waiting and compiling included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Processor time of the thread; null where the system does not tell.</summary>
    public required TimeSpan? Processor { get; init; }

    /// <summary>How many bytes the thread has allocated. Most of them are free again.</summary>
    public required long Allocated { get; init; }
}
