using NodaTime;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>Times on one date, and never again.</summary>
internal sealed class DateTimes(WallClock clock, LocalDate date, IReadOnlyList<LocalTime> times) : ISchedulePlan
{
    public DueTime? NextAfter(DateTimeOffset instant)
    {
        foreach (var time in times)
        {
            var due = clock.At(date + time);
            if (due.Instant > instant)
                return due;
        }

        return null;
    }
}
