using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginHost.Benchmarks.Measuring;

/// <summary>What was measured on, when, and how busy it was: figures mean nothing without.</summary>
internal sealed record Machine
{
    public required int Cores { get; init; }

    public required string Processor { get; init; }

    public required string System { get; init; }

    public required string Runtime { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>The load average of the last minute before the first run; null where the system keeps none.</summary>
    public required double? LoadAtStart { get; init; }

    /// <summary>The same after the last.</summary>
    public double? LoadAtEnd { get; init; }

    public static Machine Here() => new()
    {
        Cores = Environment.ProcessorCount,
        Processor = ProcessorName(),
        System = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})",
        Runtime = RuntimeInformation.FrameworkDescription,
        Date = TimeProvider.System.GetUtcNow(),
        LoadAtStart = Load(),
    };

    public Machine AtEnd() => this with { LoadAtEnd = Load() };

    public static string LoadText() => Text(Load());

    public static string Text(double? load) => load?.ToString("0.0", CultureInfo.InvariantCulture) ?? "n/a";

    private static double? Load() => !OperatingSystem.IsLinux()
        ? null
        : double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string ProcessorName()
    {
        const string Key = "model name";
        var line = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
