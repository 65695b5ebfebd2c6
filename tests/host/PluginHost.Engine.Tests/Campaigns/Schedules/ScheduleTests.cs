using System.Globalization;
using PluginHost.Engine.Campaigns.Schedules;

namespace PluginHost.Engine.Tests.Campaigns.Schedules;

/// <summary>When something is due, by the one way in which times are written.</summary>
public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("09:00", "2026-11-27T08:00:00Z", "2026-11-28T08:00:00Z")]
    [InlineData("daily 09:00", "2026-11-27T07:59:59Z", "2026-11-27T08:00:00Z")]
    [InlineData("9:05", "2026-11-27T00:00:00Z", "2026-11-27T08:05:00Z")]
    [InlineData("Mon-Fri 09:00 America/Los_Angeles", "2026-11-27T17:00:00Z", "2026-11-30T17:00:00Z")]
    [InlineData("mon,wed 18:30", "2026-11-27T00:00:00Z", "2026-11-30T17:30:00Z")]
    [InlineData("Mon , Wed 18:30", "2026-11-30T17:30:00Z", "2026-12-02T17:30:00Z")]
    [InlineData("Sat-Mon 12:00 UTC", "2026-11-29T12:00:00Z", "2026-11-30T12:00:00Z")]
    [InlineData("17:00, 09:00 UTC", "2026-11-27T09:00:00Z", "2026-11-27T17:00:00Z")]
    [InlineData("17:00,09:00 UTC", "2026-11-27T17:00:00Z", "2026-11-28T09:00:00Z")]
    [InlineData("2026-12-24 12:00 Europe/Oslo", "2026-11-27T00:00:00Z", "2026-12-24T11:00:00Z")]
    [InlineData("every 30m", "2026-11-27T08:00:00Z", "2026-11-27T08:30:00Z")]
    [InlineData("every 7h UTC", "2026-11-27T21:00:00Z", "2026-11-28T00:00:00Z")]
    [InlineData("every 1d", "2026-11-27T12:00:00Z", "2026-11-27T23:00:00Z")]
    [InlineData("cron 0 9 * * 1-5", "2026-11-27T12:00:00Z", "2026-11-30T08:00:00Z")]
    [InlineData("cron 15 10 1 * * America/New_York", "2026-11-27T12:00:00Z", "2026-12-01T15:15:00Z")]
    public void Should_Find_The_Next_Time(string text, string after, string expected)
    {
        // Given
        var schedule = Read(text);

        // When
        var due = schedule.NextAfter(Instant(after));

        // Then
        due.ShouldNotBeNull().Name.ShouldBe(expected);
    }

    [Fact]
    public void Should_Be_Due_Once_On_A_Date() =>
        Read("2026-12-24 12:00").NextAfter(Instant("2026-12-24T11:00:00Z")).ShouldBeNull();

    [Theory]
    [InlineData("02:30", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "Sun 2026-03-29 02:30 Europe/Oslo (the clocks skip it: right after, at 03:00)")]
    [InlineData("02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "Sun 2026-10-25 02:30 Europe/Oslo (the clocks show it twice: the first)")]
    [InlineData("02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "Mon 2026-10-26 02:30 Europe/Oslo")]
    [InlineData("02:30 America/Los_Angeles", "2026-03-08T08:00:00Z", "2026-03-08T10:00:00Z", "Sun 2026-03-08 02:30 America/Los_Angeles (the clocks skip it: right after, at 03:00)")]
    [InlineData("Fri 00:30 Africa/Cairo", "2026-04-23T12:00:00Z", "2026-04-23T22:00:00Z", "Fri 2026-04-24 00:30 Africa/Cairo (the clocks skip it: right after, at 01:00)")]
    [InlineData("Thu 23:30 Africa/Cairo", "2026-10-29T12:00:00Z", "2026-10-29T20:30:00Z", "Thu 2026-10-29 23:30 Africa/Cairo (the clocks show it twice: the first)")]
    [InlineData("cron 30 2 * * *", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "Sun 2026-03-29 02:30 Europe/Oslo (the clocks skip it: right after, at 03:00)")]
    [InlineData("cron */30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z", "Mon 2026-10-26 02:00 Europe/Oslo")]
    public void Should_Say_What_The_Clocks_Do_To_A_Time(string text, string after, string expected, string shown)
    {
        // When
        var due = Read(text).NextAfter(Instant(after)).ShouldNotBeNull();

        // Then
        due.Name.ShouldBe(expected);
        due.ToString().ShouldBe(shown);
    }

    [Fact]
    public void Should_Be_Due_Once_For_Times_That_Are_Skipped_Together()
    {
        // When
        var due = Read("02:10, 02:50, 03:00").Between(Instant("2026-03-29T00:00:00Z"), Instant("2026-03-29T12:00:00Z"));

        // Then
        due.Select(time => time.Name).ShouldBe(["2026-03-29T01:00:00Z"]);
    }

    [Fact]
    public void Should_Count_An_Interval_In_Time_That_Passes()
    {
        // When the day has 23 hours
        var due = Read("every 8h").Between(Instant("2026-03-28T22:59:59Z"), Instant("2026-03-29T22:00:00Z"));

        // Then
        due.Select(time => time.Name).ShouldBe(["2026-03-28T23:00:00Z", "2026-03-29T07:00:00Z", "2026-03-29T15:00:00Z", "2026-03-29T22:00:00Z"]);
    }

    [Theory]
    [InlineData("", 1, "nothing is written here")]
    [InlineData("  ", 1, "nothing is written here")]
    [InlineData("Mun-Fri 09:00", 1, "\"Mun\" is no day of the week. Did you mean \"Mon\"?")]
    [InlineData("Mon-Fry 09:00", 5, "\"Fry\" is no day of the week. Did you mean \"Fri\"?")]
    [InlineData("Monday 09:00", 1, "Did you mean \"Mon\"?")]
    [InlineData("Mon- 09:00", 5, "\"\" is no day of the week.")]
    [InlineData("Mon,,Wed 09:00", 5, "\"\" is no day of the week.")]
    [InlineData("Mon-Fri", 8, "a time of day is missing")]
    [InlineData("Mon-Fri Europe/Oslo", 9, "\"Europe/Oslo\" is no time of day")]
    [InlineData("9am", 1, "\"9am\" is no time of day")]
    [InlineData("24:00", 1, "\"24:00\" is no time of day")]
    [InlineData("09:00,", 7, "\"\" is no time of day")]
    [InlineData(", 09:00", 1, "\"\" is no time of day")]
    [InlineData("09:00 Europe/Olso", 7, "\"Europe/Olso\" is no time zone. Did you mean \"Europe/Oslo\"?")]
    [InlineData("09:00 Europe/Oslo please", 19, "\"please\" is too much")]
    [InlineData("2026-13-24 12:00", 1, "\"2026-13-24\" is no date. Write it as 2026-03-02.")]
    [InlineData("28.11.2026 09:00", 1, "\"28.11.2026 09:00\" is no schedule. Write it as \"Mon-Fri 09:00 Europe/Oslo\", \"09:00, 17:00\", \"2026-03-02 12:00\", \"every 30m\" or \"cron 0 9 * * 1-5\".")]
    [InlineData("28-11-2026 09:00", 1, "\"28-11-2026 09:00\" is no schedule. Write it as")]
    [InlineData("11/28/2026", 1, "\"11/28/2026\" is no schedule. Write it as")]
    [InlineData("noon", 1, "\"noon\" is no schedule. Write it as")]
    [InlineData("now and then", 1, "\"now and then\" is no schedule. Write it as")]
    [InlineData("Every 30m", 1, "\"Every 30m\" is no schedule. Write it as")]
    [InlineData("0900", 1, "\"0900\" is no time of day")]
    [InlineData("2026-12-24, 2026-12-25 12:00", 13, "one date alone can be named")]
    [InlineData("every", 6, "how often?")]
    [InlineData("every half-hour", 7, "\"half-hour\" is no length of time. Write it as 30m or 2h.")]
    [InlineData("every 5s", 7, "every 5s is too often")]
    [InlineData("every 2d", 7, "every 2d is too seldom")]
    [InlineData("cron 0 9 * *", 13, "a cron expression has five fields")]
    [InlineData("cron 0 25 * * 1", 8, "\"25\" is no such field of a cron expression")]
    [InlineData("cron 0 9 * * 1-5 Oslo", 18, "\"Oslo\" is no time zone")]
    public void Should_Say_What_Is_Wrong_And_Where(string text, int column, string message)
    {
        // When
        var refused = Schedule.Parse(text, Oslo, Now).ShouldBeOfType<ScheduleRefused>();

        // Then
        refused.Message.ShouldContain(message);
        refused.Column.ShouldBe(column);
    }

    private static Schedule Read(string text) => Schedule.Parse(text, Oslo, Now) switch
    {
        ScheduleRead read => read.Schedule,
        var refused => throw new InvalidOperationException(refused.ToString()),
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
