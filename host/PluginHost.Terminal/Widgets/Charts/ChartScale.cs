namespace PluginHost.Terminal;

/// <summary>An axis with round numbers: from one to another, in steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Step">How far its numbers are from each other.</param>
internal readonly record struct ChartScale(double Low, double High, double Step)
{
    /// <summary>How many numbers it has.</summary>
    public int Ticks => (int)Math.Round((High - Low) / Step) + 1;

    /// <summary>The greatest number on it, without its sign.</summary>
    public double Farthest => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>Makes one.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest; where it is the same, the value stands about the middle.</param>
    /// <param name="ticks">How many numbers there is room for; up to three there are always.</param>
    public static ChartScale Of(double low, double high, int ticks)
    {
        if (low == high)
        {
            // Enough that the difference is not lost in the digits.
            var around = low == 0 ? 1 : Math.Abs(low) / 2;
            (low, high) = (low - around, high + around);
        }

        // Around a round number there are always three.
        ticks = Math.Max(3, ticks);
        var step = Round((high - low) / (ticks - 1));
        var scale = Around(low, high, step);
        while (scale.Ticks > ticks)
        {
            step = Round(step * 1.01);
            scale = Around(low, high, step);
        }

        return scale;
    }

    /// <summary>A number on it.</summary>
    /// <param name="index">Which, from the lowest.</param>
    public double TickAt(int index)
    {
        // What is 0 but for rounding is 0.
        var value = Low + (index * Step);
        return Math.Abs(value) < Step / 1e6 ? 0 : value;
    }

    /// <summary>Where a value lies on it: from 0 to 1.</summary>
    public double At(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    private static ChartScale Around(double low, double high, double step) => new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);

    // The next of 1, 2, 5, 10, ...
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
