using PluginHost.Workbench.Views.BuiltIn.Composing;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class WhenTextTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    // Friday, 27 March 2026, 15:00 in Oslo; the clocks go forward on Sunday at 02:00.
    private static readonly DateTimeOffset Now = new(2026, 3, 27, 14, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("18:00", "2026-03-27T18:00:00+01:00")]
    [InlineData("9:00", "2026-03-28T09:00:00+01:00")]
    [InlineData("15:00", "2026-03-28T15:00:00+01:00")]
    [InlineData("today 9:00", "2026-03-27T09:00:00+01:00")]
    [InlineData("tomorrow 09:00", "2026-03-28T09:00:00+01:00")]
    [InlineData("Sun 09:00", "2026-03-29T09:00:00+02:00")]
    [InlineData("fri 18:00", "2026-03-27T18:00:00+01:00")]
    [InlineData("Fri 09:00", "2026-04-03T09:00:00+02:00")]
    [InlineData("  2026-12-24   17:30 ", "2026-12-24T17:30:00+01:00")]
    public void Should_Read_A_Time_As_A_Person_Writes_It(string text, string expected) =>
        WhenText.Parse(text, Now, Oslo).ShouldBe(DateTimeOffset.Parse(expected));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("25:00")]
    [InlineData("tomorrow")]
    [InlineData("Someday 09:00")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("Mon 09:00 please")]
    [InlineData("Sun 02:30")]
    public void Should_Not_Guess_A_Time_That_Is_None(string text) => WhenText.Parse(text, Now, Oslo).ShouldBeNull();
}
