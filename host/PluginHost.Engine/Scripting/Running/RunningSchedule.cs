using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Schedules as scripts name them. Apart from the globals, so that a script that names none does not wait for what reads them.</summary>
internal static class RunningSchedule
{
    /// <exception cref="WrongUseException">It is no schedule, or all of it lies in the past.</exception>
    public static DateTimeOffset Next(string text, DateTimeOffset now, TimeZoneInfo zone) => Schedule.ParseTime(text, zone, now) switch
    {
        ScheduleRead { Schedule: var schedule } when schedule.NextAfter(now) is { } due => TimeZoneInfo.ConvertTime(due.Instant, schedule.Zone),
        ScheduleRead => throw new WrongUseException($"At(\"{text}\") lies in the past. Name a time that comes, such as At(\"18:00\")."),
        ScheduleRefused refused => throw new WrongUseException(refused.In($"At(\"{text}\")")),
        var other => throw new InvalidOperationException($"A schedule was read as {other}."),
    };
}
