using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>One time at which something is due: the instant, and the wall clock that was meant. <see cref="ITimes"/> works it out.</summary>
public sealed record DueTime
{
    /// <summary>The instant, in UTC.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>What the wall clock shows then, or was meant to.</summary>
    public required DateTime Wall { get; init; }

    /// <summary>The zone in which it was meant.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What the clocks do to the wall time.</summary>
    /// <value><see cref="ClockShift.None"/>.</value>
    public ClockShift Shift { get; init; }

    /// <summary>Whether a wall clock was meant, so that the instant follows it when the rules of the zone change.</summary>
    /// <value><see langword="false"/>: an instant was meant, whatever any clock shows then.</value>
    public bool IsOnWallClock { get; init; }

    /// <summary>The instant as occurrences are named by it: <c>2026-12-24T09:00:00Z</c>.</summary>
    public string Name => NameOf(Instant);

    /// <summary>What the clocks do to the time and what is done then, in a sentence without its full stop; empty where they do nothing.</summary>
    public string Note => Shift switch
    {
        ClockShift.Skipped => $"the clocks skip {WallTime(Wall)} that day: it is due right after, at {WallTime(TimeZoneInfo.ConvertTime(Instant, Zone).DateTime)}",
        ClockShift.Twice => $"the clocks show {WallTime(Wall)} twice that day: the first is meant",
        _ => "",
    };

    /// <summary>An instant for which no wall clock was meant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The time, shown in UTC.</returns>
    public static DueTime At(DateTimeOffset instant) =>
        new() { Instant = instant.ToUniversalTime(), Wall = DateTime.SpecifyKind(instant.UtcDateTime, DateTimeKind.Unspecified), Zone = TimeZoneInfo.Utc };

    /// <summary>The name of an instant, in UTC and to the second.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The name.</returns>
    public static string NameOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time as people read it: <c>Thu 2026-12-24 09:00 Europe/Oslo</c>, and what the clocks do to it.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var wall = $"{Wall.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)} {WallTime(Wall)} {Zone.Id}";
        return Shift switch
        {
            ClockShift.Skipped => $"{wall} (the clocks skip it: right after, at {TimeZoneInfo.ConvertTime(Instant, Zone).ToString("HH:mm", CultureInfo.InvariantCulture)})",
            ClockShift.Twice => $"{wall} (the clocks show it twice: the first)",
            _ => wall,
        };
    }

    private static string WallTime(DateTime wall) => wall.ToString(wall.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
