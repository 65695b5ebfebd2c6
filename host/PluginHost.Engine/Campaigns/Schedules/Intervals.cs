using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>
/// Every so often, counted from the beginning of each day in time that passes: <c>every 7h</c> is due at 00:00, 07:00, 14:00, 21:00 and at the next
/// midnight. Where it runs does not depend on when the program was started.
/// </summary>
internal sealed class Intervals(WallClock clock, TimeSpan interval) : ISchedulePlan
{
    public DueTime? NextAfter(DateTimeOffset instant)
    {
        var day = clock.DayAt(instant);
        var begin = clock.BeginOf(day);
        var next = clock.BeginOf(day.PlusDays(1));
        var due = begin + (interval * ((instant - begin).Ticks / interval.Ticks + 1));
        return clock.At(due < next ? due : next);
    }
}
