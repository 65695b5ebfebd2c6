using System.Globalization;

namespace PluginHost.Engine.Settings;

/// <summary>How a length of time is written in settings and on the command line: a whole number and a unit, <c>250ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>7d</c>.</summary>
public static class DurationText
{
    /// <summary>What is wanted, for messages.</summary>
    public const string Wanted = "250ms, 30s, 5m, 2h or 7d";

    /// <summary>Writes a length of time, in the largest unit that leaves nothing over; what is finer than a millisecond is left out.</summary>
    public static string Of(TimeSpan time)
    {
        var (number, unit) = time.Ticks switch
        {
            0 => (0, "s"),
            var ticks when ticks % TimeSpan.TicksPerDay == 0 => (ticks / TimeSpan.TicksPerDay, "d"),
            var ticks when ticks % TimeSpan.TicksPerHour == 0 => (ticks / TimeSpan.TicksPerHour, "h"),
            var ticks when ticks % TimeSpan.TicksPerMinute == 0 => (ticks / TimeSpan.TicksPerMinute, "m"),
            var ticks when ticks % TimeSpan.TicksPerSecond == 0 => (ticks / TimeSpan.TicksPerSecond, "s"),
            var ticks => (ticks / TimeSpan.TicksPerMillisecond, "ms"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
    }

    /// <summary>Reads a length of time.</summary>
    /// <returns>The length; null where the text is none, or longer than a <see cref="TimeSpan"/> can be.</returns>
    public static TimeSpan? Parse(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;

        long? unit = text[digits..] switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            "d" => TimeSpan.TicksPerDay,
            _ => null,
        };

        return unit is null || number > TimeSpan.MaxValue.Ticks / unit ? null : TimeSpan.FromTicks(number * unit.Value);
    }
}
