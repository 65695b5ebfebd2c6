using System.Globalization;

namespace PluginHost.Benchmarks.Reporting;

/// <summary>How figures are written.</summary>
internal static class Figure
{
    public static string Milliseconds(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary>A ratio, as <c>2.4 ×</c>.</summary>
    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0} ×");

    /// <summary>A ratio close to one, as <c>1.04 ×</c>.</summary>
    public static string Factor(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ×");

    /// <summary>What a ratio adds, as <c>+12 %</c>.</summary>
    public static string Adds(double ratio) => (ratio - 1).ToString("+0 %;-0 %;0 %", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.00}");

    public static string Met(bool? isMet) => isMet switch { true => "met", false => "missed", null => "" };
}
