using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Times of day alone, the next one of each, in the clock's zone.</summary>
internal sealed class FakeTimes(TimeProvider clock) : ITimes
{
    public DueTime At(DateTime wall, TimeZoneInfo zone) =>
        new() { Instant = new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime(), Wall = wall, Zone = zone, IsOnWallClock = true };

    public DueTime Read(string text) => Next(text, clock.GetUtcNow())!;

    public TimeZoneInfo ReadZone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    public DueTime? Next(string schedule, DateTimeOffset after)
    {
        if (!TimeOnly.TryParseExact(schedule, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new WrongUseException($"\"{schedule}\" is no time.");

        var today = At(TimeZoneInfo.ConvertTime(after, clock.LocalTimeZone).Date + time.ToTimeSpan(), clock.LocalTimeZone);
        return today.Instant > after ? today : At(today.Wall.AddDays(1), today.Zone);
    }

    public IReadOnlyList<DueTime> Between(string schedule, DateTimeOffset after, DateTimeOffset until) => throw new NotSupportedException();
}
