using System.Runtime.InteropServices;

namespace PluginHost.Engine.Scripting;

/// <summary>What the current thread has used since it was started. .NET tells it of processes only.</summary>
internal static class ThreadUsage
{
    // CLOCK_THREAD_CPUTIME_ID
    private const int OnLinux = 3;
    private const int OnMac = 16;

    /// <summary>Processor time; null where the system does not tell.</summary>
    public static TimeSpan? Processor()
    {
        if (OperatingSystem.IsWindows())
            return GetThreadTimes(GetCurrentThread(), out _, out _, out var kernel, out var user) ? TimeSpan.FromTicks(kernel + user) : null;

        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return null;

        return ReadClock(OperatingSystem.IsLinux() ? OnLinux : OnMac, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
            : null;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out ClockTime time);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetThreadTimes(nint thread, out long created, out long exited, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private struct ClockTime
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
