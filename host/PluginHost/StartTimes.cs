using System.Diagnostics;
using System.Globalization;

namespace PluginHost;

/// <summary>
/// Where the time of a start goes. Where <c>PLUGINHOST_START_TIMES</c> names a file, each mark is written there as milliseconds since the process
/// was made; the benchmark <c>start</c> reads it.
/// </summary>
internal static class StartTimes
{
    private static readonly string? File = Environment.GetEnvironmentVariable("PLUGINHOST_START_TIMES");
    private static readonly List<(string Name, double Milliseconds)> Marks = [];

    public static void Mark(string name)
    {
        if (File is null)
            return;

        var since = TimeProvider.System.GetUtcNow().UtcDateTime - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        Marks.Add((name, since.TotalMilliseconds));
    }

    public static void Write()
    {
        if (File is not null)
            System.IO.File.WriteAllLines(File, Marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Name} {mark.Milliseconds:0.0}")));
    }
}
