namespace PluginHost.Benchmarks.Scripts;

/// <summary>What the process holds after so many scripts, once all that can be collected is.</summary>
/// <param name="Number">After which script.</param>
/// <param name="Managed">Managed memory, in bytes.</param>
/// <param name="Resident">What the system gives to the process, in bytes.</param>
/// <param name="Alive">How many assemblies of scripts are still loaded.</param>
internal sealed record ScriptMark(int Number, long Managed, long Resident, int Alive)
{
    private const int Collections = 12;

    public static ScriptMark After(int number)
    {
        for (var i = 0; i < Collections && (i < 2 || CountAlive() > 0); i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new ScriptMark(number, GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet, CountAlive());
    }

    private static int CountAlive() =>
        AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name?.StartsWith("script_", StringComparison.Ordinal) == true);
}
