using System.Globalization;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>One time at which something is due: the instant, and the wall clock that was meant.</summary>
public sealed record DueTime
{
    /// <summary>The instant, in UTC.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>What the wall clock shows then, or was meant to.</summary>
    public required DateTime Wall { get; init; }

    /// <summary>The zone in which it was meant.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What the clocks do to the wall time.</summary>
    public ClockShift Shift { get; init; }

    /// <summary>The instant as occurrences are named by it: <c>2026-12-24T09:00:00Z</c>.</summary>
    public string Name => NameOf(Instant);

    /// <summary>The name of an instant, in UTC and to the second.</summary>
    public static string NameOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time as people read it: <c>Tue 2026-12-24 09:00 Europe/Oslo</c>, and what the clocks do to it.</summary>
    public override string ToString()
    {
        var wall = Wall.ToString(Wall.Second == 0 ? "ddd yyyy-MM-dd HH:mm" : "ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return Shift switch
        {
            ClockShift.Skipped => $"{wall} {Zone.Id} (the clocks skip it: right after, at {TimeZoneInfo.ConvertTime(Instant, Zone).ToString("HH:mm", CultureInfo.InvariantCulture)})",
            ClockShift.Twice => $"{wall} {Zone.Id} (the clocks show it twice: the first)",
            _ => $"{wall} {Zone.Id}",
        };
    }
}
