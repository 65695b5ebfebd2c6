namespace PluginHost.Benchmarks.Unload;

/// <summary>What the process holds after a round, once all that can be collected is.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Managed">Managed memory, in bytes.</param>
/// <param name="WorkingSet">What the system gives to the process, in bytes.</param>
/// <param name="Alive">How many copies of the plugins' assemblies are still loaded.</param>
internal sealed record MemoryMark(int Round, long Managed, long WorkingSet, int Alive)
{
    private const int Collections = 12;

    public static MemoryMark After(int round)
    {
        for (var i = 0; i < Collections && CountAlive() > 0; i++)
            Collect();

        Collect();
        return new MemoryMark(round, GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet, CountAlive());
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    // Contexts that are unloading are missing in AssemblyLoadContext.All; their assemblies are not missing here.
    private static int CountAlive() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name is "PluginHost.Posting" or "PluginHost.Rehearsal");
}
