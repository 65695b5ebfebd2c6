using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Schedules;

public sealed class TimesTests
{
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData("2027-03-28 02:30 Europe/Oslo", "2027-03-28T01:00:00Z", ClockShift.Skipped, "the clocks skip 02:30 that day: it is due right after, at 03:00")]
    [InlineData("2027-10-31 02:30 Europe/Oslo", "2027-10-31T00:30:00Z", ClockShift.Twice, "the clocks show 02:30 twice that day: the first is meant")]
    [InlineData("2027-06-01 02:30 Europe/Oslo", "2027-06-01T00:30:00Z", ClockShift.None, "")]
    [InlineData("2027-04-30 00:15 Africa/Cairo", "2027-04-29T22:00:00Z", ClockShift.Skipped, "the clocks skip 00:15 that day: it is due right after, at 01:00")]
    public void Should_Say_What_The_Clocks_Do_And_What_Is_Done(string text, string instant, ClockShift shift, string note)
    {
        var due = Times().Read(text);

        (due.Name, due.Shift, due.Note, due.IsOnWallClock).ShouldBe((instant, shift, note, true));
    }

    [Fact]
    public void Should_Take_The_Zone_Of_The_Workspace_And_The_Next_Time_Where_Nothing_Else_Is_Said()
    {
        // Given: Monday, 2 March 2026, 09:00 UTC, which is 10:00 in Oslo.
        var times = Times("Europe/Oslo");

        // Then
        times.Read("10:30").Name.ShouldBe("2026-03-02T09:30:00Z");
        times.Read("10:00").Name.ShouldBe("2026-03-03T09:00:00Z");
        times.Read("2026-03-01 10:00").Name.ShouldBe("2026-03-01T09:00:00Z");
        times.Read("2026-03-01T10:00").ShouldBe(DueTime.At(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2027-01-04 09:00 Europe/Olso", "Did you mean \"Europe/Oslo\"?")]
    [InlineData("2027-02-30 09:00", "\"2027-02-30\" is no date")]
    [InlineData("", "nothing is written here")]
    [InlineData("noon", "\"noon\" is no time. Write it as 2026-03-02 09:00 (in UTC, unless another zone stands behind it), as 09:00 or Mon 09:00 (the next), or as 2026-03-02T09:00:00Z (an instant).")]
    [InlineData("28.11.2026 09:00", "\"28.11.2026 09:00\" is no time. Write it as 2026-03-02 09:00")]
    [InlineData("2026-11-28T9:00", "\"2026-11-28T9:00\" is no time. Write it as 2026-03-02 09:00")]
    [InlineData("next Friday", "\"next Friday\" is no time. Write it as 2026-03-02 09:00")]
    [InlineData("09:00 Europe/Oslo please", "a time ends with its time zone. Write it as 2026-03-02 09:00")]
    [InlineData("cron 0 0 30 2 *", "never comes")]
    public void Should_Say_What_Is_Wrong_With_A_Time(string text, string said) =>
        Should.Throw<WrongUseException>(() => Times().Read(text)).Message.ShouldContain(said);

    [Theory]
    [InlineData("noon")]
    [InlineData("28.11.2026")]
    [InlineData("next Friday")]
    public void Should_Not_Explain_The_Days_Of_The_Week_To_Somebody_Who_Named_None(string text)
    {
        Should.Throw<WrongUseException>(() => Times().Read(text)).Message.ShouldNotContain("Tue");
        Should.Throw<WrongUseException>(() => Times().Next(text, _clock.GetUtcNow())).Message.ShouldNotContain("Tue");
    }

    [Fact]
    public void Should_Find_A_Zone_Or_The_Nearest()
    {
        Times().ReadZone("America/Los_Angeles").Id.ShouldBe("America/Los_Angeles");
        Should.Throw<WrongUseException>(() => Times().ReadZone("America/Los_Angles")).Message.ShouldContain("Did you mean \"America/Los_Angeles\"?");
    }

    [Theory]
    [InlineData("Europe/Oslo")]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/Paris")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void Should_Agree_With_A_Day_Of_A_Script_All_Through_A_Year(string zone)
    {
        // A script says Today.At, a campaign's plan says the same in words: both mean one instant, whatever the clocks do.
        var times = Times(zone);
        var inZone = times.ReadZone(zone);
        for (var date = new DateOnly(2027, 1, 1); date.Year == 2027; date = date.AddDays(1))
        {
            var day = new Day { Date = date, Zone = inZone };
            foreach (var time in (string[])["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "12:00", "23:30"])
                times.Read($"{date:yyyy-MM-dd} {time}").Instant.ShouldBe(day.At(time), $"{date:yyyy-MM-dd} {time} {zone}");
        }
    }

    private Times Times(string zone = "UTC") => new(_clock, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
