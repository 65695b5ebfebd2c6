using System.Reflection;

namespace PluginHost.Benchmarks.Unload;

/// <summary>
/// The copies of the plugins' assemblies that are in memory. Contexts that are unloading are missing in <c>AssemblyLoadContext.All</c>; their
/// assemblies are not missing here.
/// </summary>
internal static class LoadedCopies
{
    private const int Collections = 12;

    public static IEnumerable<Assembly> OfPlugins() =>
        AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name is "PluginHost.Posting" or "PluginHost.Rehearsal");

    /// <summary>How many are left once all that can be collected is.</summary>
    public static int CountAfterCollecting()
    {
        for (var i = 0; i < Collections && OfPlugins().Any(); i++)
            Collect();

        Collect();
        return OfPlugins().Count();
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
