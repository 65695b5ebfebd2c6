using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>What a chart takes for a number, and how it writes one.</summary>
internal static class ChartNumbers
{
    /// <summary>What stands for a value that is missing.</summary>
    public const string Missing = "n/a";

    // Beyond that, differences overflow: as good as infinite.
    private const double Farthest = 1e300;

    private static readonly (double Size, string Sign)[] Sizes = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")];

    /// <summary>The value where it can be drawn, null where it is missing.</summary>
    public static double? Of(double? value) => value is >= -Farthest and <= Farthest ? value : null;

    /// <summary>The least and the greatest of what can be drawn; null where nothing can.</summary>
    public static (double Low, double High)? Range(IReadOnlyList<double?> values)
    {
        (double Low, double High)? range = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (Of(values[i]) is { } value)
                range = range is { } known ? (Math.Min(known.Low, value), Math.Max(known.High, value)) : (value, value);
        }

        return range;
    }

    /// <summary>A number on an axis: as short as its neighbours allow.</summary>
    /// <param name="value">The number.</param>
    /// <param name="step">How far its neighbours are.</param>
    /// <param name="farthest">The greatest on the axis, whose size all share.</param>
    /// <param name="culture">Whose digits and signs.</param>
    public static string OnAxis(double value, double step, double farthest, CultureInfo culture)
    {
        if (farthest >= 1e15 || step < 1e-6)
            return value == 0 ? "0" : value.ToString("0.##E0", culture);

        foreach (var (size, sign) in Sizes)
        {
            if (farthest >= size * 10)
                return value == 0 ? "0" : (value / size).ToString(DigitsFor(step / size), culture) + sign;
        }

        return value.ToString(DigitsFor(step), culture);
    }

    /// <summary>A value that a person reads by itself.</summary>
    public static string Alone(double value, CultureInfo culture) => Math.Abs(value) switch
    {
        >= 1e15 or (< 1e-3 and > 0) => value.ToString("0.###E0", culture),
        >= 1e3 => value.ToString("#,0.#", culture),
        _ => value.ToString("0.###", culture),
    };

    private static string DigitsFor(double step)
    {
        var digits = (int)Math.Clamp(Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 9);
        return digits == 0 ? "0" : "0." + new string('0', digits);
    }
}
