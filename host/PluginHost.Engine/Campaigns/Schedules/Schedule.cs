using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>
/// When something is due, in the one way that times are written: <c>Mon-Fri 09:00 America/Los_Angeles</c>. README.md beside this file has the grammar.
/// A wall time that the clocks skip is due right after the gap; one that comes twice is due once, at the first.
/// </summary>
public sealed class Schedule
{
    private readonly ISchedulePlan _plan;

    internal Schedule(string text, TimeZoneInfo zone, ISchedulePlan plan)
    {
        Text = text;
        Zone = zone;
        _plan = plan;
    }

    /// <summary>The schedule as it was written.</summary>
    public string Text { get; }

    /// <summary>The zone in which its wall clock is meant.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Whether it is about one date, so that it comes and is over.</summary>
    public bool IsOnce => _plan is DateTimes;

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The schedule.</param>
    /// <param name="defaultZone">The zone where the text names none.</param>
    /// <param name="now">The instant at which somebody reads what is wrong with it.</param>
    /// <returns>The schedule, or what is wrong with the text and where.</returns>
    public static ScheduleReading Parse(string text, TimeZoneInfo defaultZone, DateTimeOffset now) =>
        new ScheduleText(text, defaultZone, now) { Wanted = "schedule" }.Read();

    /// <summary>Reads a schedule of which one time alone is meant: what is wrong is told to somebody who was asked for a time.</summary>
    public static ScheduleReading ParseTime(string text, TimeZoneInfo defaultZone, DateTimeOffset now) =>
        new ScheduleText(text, defaultZone, now) { Wanted = "time" }.Read();

    /// <summary>The first time that is later than an instant.</summary>
    /// <returns>The time; null where none comes any more.</returns>
    public DueTime? NextAfter(DateTimeOffset instant) => _plan.NextAfter(instant);

    /// <summary>All times that are later than one instant and not later than another, in order.</summary>
    public IEnumerable<DueTime> Between(DateTimeOffset after, DateTimeOffset until)
    {
        for (var due = NextAfter(after); due is not null && due.Instant <= until; due = NextAfter(due.Instant))
            yield return due;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
