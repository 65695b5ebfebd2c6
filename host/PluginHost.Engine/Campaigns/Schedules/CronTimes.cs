using Cronos;
using NodaTime;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>A cron expression of five fields, on the wall clock. What the clocks do to a time is settled as for any other, not by the library.</summary>
internal sealed class CronTimes(WallClock clock, CronExpression expression) : ISchedulePlan
{
    public DueTime? NextAfter(DateTimeOffset instant)
    {
        var wall = clock.WallAt(instant).ToDateTimeUnspecified();
        while (expression.GetNextOccurrence(DateTime.SpecifyKind(wall, DateTimeKind.Utc)) is { } next)
        {
            var due = clock.At(LocalDateTime.FromDateTime(next));
            if (due.Instant > instant)
                return due;

            // The clock shows this time again, and it has been.
            wall = next;
        }

        return null;
    }
}
