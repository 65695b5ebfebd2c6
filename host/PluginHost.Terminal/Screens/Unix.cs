using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>
/// What is needed of libc. The settings of a terminal are opaque here: their layout differs between systems, and nobody looks into them.
/// </summary>
internal static unsafe partial class Unix
{
    /// <summary>More than any system's <c>struct termios</c>.</summary>
    public const int SettingsSize = 256;

    public const int Input = 0;
    public const int Output = 1;
    public const int Now = 0;
    public const short Readable = 1;
    public const short Writable = 4;
    public const short Hungup = 0x10;
    public const int Interrupted = 4;

    public static int WouldBlock => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 35 : 11;

    public static int StopSignal => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 18 : 20;

    [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int GetSettings(int file, byte* settings);

    [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SetSettings(int file, int when, byte* settings);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void MakeRaw(byte* settings);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Poll(PollEntry* entries, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Read(int file, byte* buffer, nuint count);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Write(int file, byte* buffer, nuint count);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Kill(int process, int signal);

    /// <summary>An entry of <c>poll</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int File;
        public short Asked;
        public short Answered;
    }
}
