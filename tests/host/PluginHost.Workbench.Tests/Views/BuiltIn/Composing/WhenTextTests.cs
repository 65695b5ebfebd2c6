using PluginHost.Sdk;
using PluginHost.Workbench.Views.BuiltIn.Composing;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class WhenTextTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    // Friday, 27 March 2026, 15:00 in Oslo; the clocks go forward on Sunday at 02:00.
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 27, 14, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("18:00", "2026-03-27T18:00:00+01:00")]
    [InlineData("09:00", "2026-03-28T09:00:00+01:00")]
    [InlineData("15:00", "2026-03-28T15:00:00+01:00")]
    [InlineData("today 09:00", "2026-03-27T09:00:00+01:00")]
    [InlineData("Tomorrow 09:00", "2026-03-28T09:00:00+01:00")]
    [InlineData("Sun 09:00", "2026-03-29T09:00:00+02:00")]
    [InlineData("Mon,Wed 18:30", "2026-03-30T18:30:00+02:00")]
    [InlineData("  2026-12-24   17:30 ", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24 17:30 Africa/Cairo", "2026-12-24T17:30:00+02:00")]
    [InlineData("2026-12-24T17:30:00Z", "2026-12-24T17:30:00+00:00")]
    public void Should_Read_A_Time_As_A_Person_Writes_It(string text, string expected) =>
        WhenText.Read(text, _clock, Oslo).Instant.ShouldBe(DateTimeOffset.Parse(expected));

    [Theory]
    [InlineData("Sun 02:30", "2026-03-29T03:00:00+02:00", "the clocks skip 02:30 that day: it is due right after, at 03:00")]
    [InlineData("2026-10-25 02:30", "2026-10-25T02:30:00+02:00", "the clocks show 02:30 twice that day: the first is meant")]
    public void Should_Say_What_The_Clocks_Do_To_It(string text, string expected, string note)
    {
        var due = WhenText.Read(text, _clock, Oslo);

        (due.Instant, due.Note, due.IsOnWallClock).ShouldBe((DateTimeOffset.Parse(expected).ToUniversalTime(), note, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("25:00")]
    [InlineData("tomorrow")]
    [InlineData("Someday 09:00")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("Mon 09:00 please")]
    [InlineData("Mon 09:00 Europe/Olso")]
    public void Should_Not_Guess_A_Time_That_Is_None(string text) => Should.Throw<WrongUseException>(() => WhenText.Read(text, _clock, Oslo));

    [Fact]
    public void Should_Show_The_Forms_On_The_Day_On_Which_They_Are_Read() =>
        Should.Throw<WrongUseException>(() => WhenText.Read("noon", _clock, Oslo)).Message
            .ShouldBe("\"noon\" is no time here. Write 18:00, tomorrow 09:00, Mon 09:00 or 2026-03-27 09:00.");
}
