using NodaTime;
using NodaTime.TimeZones;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>A wall clock in a zone: which instant it means, and what it shows at one.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id) ?? BclDateTimeZone.FromTimeZoneInfo(zone);

    /// <summary>What it shows at an instant.</summary>
    public LocalDateTime WallAt(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(_zone).LocalDateTime;

    /// <summary>The day that it shows at an instant.</summary>
    public LocalDate DayAt(DateTimeOffset instant) => WallAt(instant).Date;

    /// <summary>The instant at which a day begins there: not midnight everywhere, and that of the next where the whole day is skipped.</summary>
    public DateTimeOffset BeginOf(LocalDate day) => At(day.AtMidnight()).Instant;

    /// <summary>What is due at a wall time.</summary>
    public DueTime At(LocalDateTime wall)
    {
        var map = _zone.MapLocal(wall);
        var (instant, shift) = map.Count switch
        {
            0 => (map.LateInterval.Start, ClockShift.Skipped),
            1 => (map.Single().ToInstant(), ClockShift.None),
            _ => (map.First().ToInstant(), ClockShift.Twice),
        };
        return new DueTime { Instant = instant.ToDateTimeOffset(), Wall = wall.ToDateTimeUnspecified(), Zone = zone, Shift = shift, IsOnWallClock = true };
    }

    /// <summary>What is due at an instant that no wall time was meant for.</summary>
    public DueTime At(DateTimeOffset instant) => new()
    {
        Instant = instant.ToUniversalTime(),
        Wall = WallAt(instant).ToDateTimeUnspecified(),
        Zone = zone,
    };
}
