namespace PluginHost.Benchmarks.Unload;

/// <summary>What the process holds after a round, once all that can be collected is.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Alive">How many copies of the plugins' assemblies are still loaded.</param>
/// <param name="Managed">Managed memory, in bytes.</param>
/// <param name="WorkingSet">What the system gives to the process, in bytes.</param>
internal sealed record MemoryMark(int Round, int Alive, long Managed, long WorkingSet)
{
    public static MemoryMark After(int round) =>
        new(round, LoadedCopies.CountAfterCollecting(), GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
}
