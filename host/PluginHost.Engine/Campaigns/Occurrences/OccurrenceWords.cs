using System.Globalization;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>How occurrences stand, in words: for the command line, for messages and for the workbench, so that all of them say the same.</summary>
public static class OccurrenceWords
{
    /// <summary>How it stands: <c>running since 09:00</c>, <c>waits for a person</c>.</summary>
    /// <param name="known">The occurrence.</param>
    /// <param name="zone">The zone in which times are told.</param>
    /// <param name="now">The instant at which somebody reads it: of another day, the date is told too.</param>
    public static string Of(KnownOccurrence known, TimeZoneInfo zone, DateTimeOffset now) => known.State switch
    {
        OccurrenceState.Running => known.StartedAt is { } begun ? $"running since {At(begun, zone, now)}" : "running",
        OccurrenceState.Interrupted => known.StartedAt is { } begun ? $"interrupted, begun {At(begun, zone, now)}" : "interrupted",
        OccurrenceState.Planned => $"due {At(known.DueAt ?? known.PlannedAt, zone, now)}, and not begun",
        OccurrenceState.Waiting => "waits for a person",
        var state => state.ToString().ToLowerInvariant(),
    };

    /// <summary>An instant on the wall of a zone: the time alone where it is today, and never the zone.</summary>
    public static string At(DateTimeOffset instant, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (wall, today) = (TimeZoneInfo.ConvertTime(instant, zone), TimeZoneInfo.ConvertTime(now, zone));
        return wall.ToString(wall.Date == today.Date ? "HH:mm" : "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
