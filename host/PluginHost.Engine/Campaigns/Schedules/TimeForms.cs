using System.Globalization;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>
/// How each kind of time is written, for messages: with the day on which they are read, so that what stands there can be taken as it is, and is not
/// taken for a rule about the end of some year.
/// </summary>
public sealed record TimeForms
{
    /// <summary>The day of the examples, as ISO 8601 writes it.</summary>
    public required string Day { get; init; }

    /// <summary>The zone in which a time is meant that names none.</summary>
    public required string Zone { get; init; }

    /// <summary>One time at which something is due.</summary>
    public string Time => $"{Day} 09:00 (in {Zone}, unless another zone stands behind it), as 09:00 or Mon 09:00 (the next), or as {Day}T09:00:00Z (an instant)";

    /// <summary>What comes again and again.</summary>
    public string Schedule => $"\"Mon-Fri 09:00 Europe/Oslo\", \"09:00, 17:00\", \"{Day} 12:00\", \"every 30m\" or \"cron 0 9 * * 1-5\"";

    /// <summary>An instant, which hangs on no wall clock.</summary>
    public string Instant => $"{Day}T09:00:00Z, with another offset as {Day}T09:00:00+01:00, or {Day} for its first moment in UTC";

    /// <summary>The forms as they are shown at an instant.</summary>
    public static TimeForms At(DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Day = TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Zone = zone.Id,
    };
}
