using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Benchmarks.Reload;

/// <summary>The least that a reload can be: an assembly with one empty type is loaded into a context, which is unloaded and collected.</summary>
internal sealed class EmptyLoads(TemporaryFolder temporary)
{
    private readonly string _assembly = TestPlugin.Assembly(temporary.Under("empty"), "Empty", "public sealed class Nothing;");

    public Sample Run()
    {
        var processor = Environment.CpuUsage.TotalTime;
        var begun = TimeProvider.System.GetTimestamp();
        var trace = Load();
        for (var i = 0; i < 12 && trace.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        if (trace.IsAlive)
            throw new BenchmarkException("An empty assembly that nobody uses was not unloaded.");

        return new Sample(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Load()
    {
        var context = new AssemblyLoadContext("empty", isCollectible: true);
        var type = context.LoadFromAssemblyPath(_assembly).GetType("Nothing", throwOnError: true)!;
        _ = Activator.CreateInstance(type);
        context.Unload();
        return new WeakReference(type);
    }
}
