using NodaTime;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>Times of day, on some days of the week.</summary>
internal sealed class DayTimes(WallClock clock, IReadOnlySet<IsoDayOfWeek> days, IReadOnlyList<LocalTime> times) : ISchedulePlan
{
    // A week, and a day on either side for zones that skip a whole one.
    private const int Far = 9;

    public DueTime? NextAfter(DateTimeOffset instant)
    {
        var day = clock.DayAt(instant).PlusDays(-1);
        for (var count = 0; count < Far; count++, day = day.PlusDays(1))
        {
            if (days.Contains(day.DayOfWeek) && FirstOf(day, instant) is { } due)
                return due;
        }

        return null;
    }

    private DueTime? FirstOf(LocalDate day, DateTimeOffset after)
    {
        foreach (var time in times)
        {
            var due = clock.At(day + time);
            if (due.Instant > after)
                return due;
        }

        return null;
    }
}
