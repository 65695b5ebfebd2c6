using System.Globalization;

namespace PluginHost;

/// <summary>
/// Where the time of a start goes. Where <c>PLUGINHOST_START_TIMES</c> names a file, each mark is written there at the end, a line each: its name, the
/// instant in ticks (100 ns, UTC), and the processor time that the process had taken, in ticks. The benchmark <c>start</c> reads it.
/// </summary>
internal static class StartTimes
{
    private static readonly string? File = Environment.GetEnvironmentVariable("PLUGINHOST_START_TIMES");
    private static readonly List<(string Name, long Instant, long Processor)> Marks = [];

    /// <summary>What the engine is given to tell its own marks; null where nobody measures.</summary>
    public static Action<string>? Marking => File is null ? null : Mark;

    public static void Mark(string name)
    {
        if (File is null)
            return;

        var processor = Environment.CpuUsage.TotalTime;
        lock (Marks)
            Marks.Add((name, TimeProvider.System.GetUtcNow().UtcTicks, processor.Ticks));
    }

    public static void Write()
    {
        if (File is null)
            return;

        lock (Marks)
            System.IO.File.WriteAllLines(File, Marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Name} {mark.Instant} {mark.Processor}")));
    }
}
