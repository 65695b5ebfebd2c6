using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PluginHost.Benchmarks.Measuring;

/// <summary>
/// The processor time of a child that has ended. Windows keeps it with the process; on Unix it is gone from there, and the kernel adds it to what
/// all ended children took. So one child may be measured at a time.
/// </summary>
internal static class ChildProcessor
{
    private const int Children = -1;

    /// <summary>What all ended children took so far. Zero on Windows.</summary>
    public static TimeSpan Total()
    {
        if (OperatingSystem.IsWindows())
            return TimeSpan.Zero;

        // User and system time, seconds and microseconds each; what follows is not looked at.
        var usage = new long[32];
        if (GetResourceUsage(Children, usage) != 0)
            throw new BenchmarkException("getrusage failed: the processor time of the started programs cannot be read.");

        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    public static TimeSpan Of(Process ended, TimeSpan before) => OperatingSystem.IsWindows() ? ended.TotalProcessorTime : Total() - before;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
