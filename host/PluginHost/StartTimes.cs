using System.Globalization;

namespace PluginHost;

/// <summary>
/// Where the time of a start goes. Where <c>PLUGINHOST_START_TIMES</c> names a file, each mark is written there at the end, a line each: its name, the
/// instant in ticks (100 ns, UTC), and the processor time that the process had taken, in ticks. The benchmark <c>start</c> reads it.
/// </summary>
internal static class StartTimes
{
    private static readonly string? File = Environment.GetEnvironmentVariable("PLUGINHOST_START_TIMES");

    /// <summary>What the engine is given to tell its own marks; null where nobody measures.</summary>
    public static Action<string>? Marking => File is null ? null : Mark;

    public static void Mark(string name)
    {
        if (File is not null)
            Recording.Add(name);
    }

    public static void Write()
    {
        if (File is not null)
            Recording.WriteTo(File);
    }

    // Apart, so that a start that nobody measures does not pay for the list.
    private static class Recording
    {
        private static readonly List<string> Lines = [];

        public static void Add(string name)
        {
            var instant = TimeProvider.System.GetUtcNow().UtcTicks;
            var processor = Environment.CpuUsage.TotalTime.Ticks;
            lock (Lines)
                Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {instant} {processor}"));
        }

        public static void WriteTo(string file)
        {
            lock (Lines)
                System.IO.File.WriteAllLines(file, Lines);
        }
    }
}
