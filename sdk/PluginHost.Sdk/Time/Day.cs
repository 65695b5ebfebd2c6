using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>A calendar day in a time zone.</summary>
public sealed record Day
{
    /// <summary>The date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The time zone in which the day is meant.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => Date.DayOfWeek;

    /// <summary>The instant at a wall-clock time of the day.</summary>
    /// <param name="time">The time, as <c>18:00</c> or <c>18:00:30</c>.</param>
    /// <returns>
    /// The instant. A time that the clocks skip is the instant right after the gap; of a time that comes twice, the first is meant. So does
    /// <see cref="ITimes"/>, by the same rule.
    /// </returns>
    /// <exception cref="WrongUseException">The text is no time.</exception>
    public DateTimeOffset At(string time)
    {
        if (!TimeOnly.TryParseExact(time, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            throw new WrongUseException($"\"{time}\" is no time of day. Write it as 18:00.");

        var wall = Date.ToDateTime(clock);
        while (Zone.IsInvalidTime(wall))
            wall = wall.AddTicks(TimeSpan.TicksPerMinute - (wall.Ticks % TimeSpan.TicksPerMinute));

        return new DateTimeOffset(wall, Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall));
    }

    /// <summary>The date as ISO 8601 writes it: <c>2026-11-23</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
