using FsCheck;
using FsCheck.Fluent;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Schedules;

/// <summary>What holds for every schedule, in zones whose clocks change in the night, and at midnight.</summary>
public sealed class ScheduleLaws
{
    private static readonly string[] Zones = ["Europe/Oslo", "America/Los_Angeles", "Africa/Cairo", "Pacific/Apia", "UTC"];
    private static readonly string[] Days = ["Mon-Fri ", "Sat-Mon ", "Wed ", "Tue,Thu,Sun ", "daily ", ""];
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Times =
        from hour in Gen.Choose(0, 23)
        from minute in Gen.Choose(0, 59)
        select $"{hour:00}:{minute:00}";

    private static readonly Gen<string> WallTexts =
        from days in Gen.Elements(Days)
        from times in Times.NonEmptyListOf()
        from zone in Gen.Elements(Zones)
        select $"{days}{string.Join(",", times.Take(4))} {zone}";

    private static readonly Gen<string> OtherTexts =
        from text in Gen.Elements("every 1m", "every 7m", "every 30m", "every 7h", "every 1d", "cron */17 * * * *", "cron 30 0,2 * * *", "cron 0 9 1 * 5")
        from zone in Gen.Elements(Zones)
        select $"{text} {zone}";

    private static readonly Gen<Case> Cases =
        from text in Gen.OneOf(WallTexts, OtherTexts)
        from minutes in Gen.Choose(0, 60 * 24 * 365 * 3)
        select new Case(text, Begin.AddMinutes(minutes));

    // A change of clocks in each of the zones, from half a day before.
    private static readonly Gen<Case> CasesAtAChange =
        from text in Gen.OneOf(WallTexts, OtherTexts)
        from day in Gen.Elements(
            new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 7, 22, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 31, 20, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 4, 23, 12, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 29, 10, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2011, 12, 29, 12, 0, 0, TimeSpan.Zero))
        from minutes in Gen.Choose(0, 60 * 24)
        select new Case(text, day.AddMinutes(minutes));

    [Fact]
    public void Should_Always_Go_Forward() => ForAll(test =>
    {
        var due = Read(test.Text).NextAfter(test.At)!;
        var next = Read(test.Text).NextAfter(due.Instant)!;
        return due.Instant > test.At && next.Instant > due.Instant;
    });

    [Fact]
    public void Should_Skip_Nothing() => ForAll(test =>
    {
        // Whoever asks at any moment before a time gets that time, or an earlier one: none is passed over.
        var schedule = Read(test.Text);
        var due = schedule.NextAfter(test.At)!;
        return Enumerable.Range(1, 7).All(part => schedule.NextAfter(test.At + ((due.Instant - test.At) * (part / 8.0)))!.Instant == due.Instant)
            && schedule.NextAfter(due.Instant.AddMilliseconds(-1))!.Instant == due.Instant;
    });

    [Fact]
    public void Should_Come_On_Every_Day_On_Which_It_Is_Meant() => Prop.ForAll(
        (from zone in Gen.Elements("Europe/Oslo", "America/Los_Angeles", "Africa/Cairo") from time in Times select $"{time} {zone}").ToArbitrary(),
        text =>
        {
            var due = Read(text).Between(Begin, Begin.AddDays(366)).ToList();
            return due.Select(time => DateOnly.FromDateTime(time.Wall)).SequenceEqual(Enumerable.Range(0, due.Count).Select(DateOnly.FromDateTime(due[0].Wall).AddDays))
                && due.Count == 366;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Should_Show_The_Wall_Clock_That_Was_Meant() => ForAll(test =>
    {
        var due = Read(test.Text).NextAfter(test.At)!;
        var shown = TimeZoneInfo.ConvertTime(due.Instant, due.Zone).DateTime;
        return due.Shift == ClockShift.Skipped ? shown > due.Wall : shown == due.Wall;
    });

    private static void ForAll(Func<Case, bool> law)
    {
        Prop.ForAll(Cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Prop.ForAll(CasesAtAChange.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    private static Schedule Read(string text) => ((ScheduleRead)Schedule.Parse(text, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch)).Schedule;

    private sealed record Case(string Text, DateTimeOffset At);
}
