using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Lint;

/// <summary>Times work in this process.</summary>
internal static class Stopwatch
{
    public static Sample Time<T>(Func<T> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var begun = TimeProvider.System.GetTimestamp();
        work();
        return new Sample(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }
}
