namespace PluginHost.Terminal.Tests.Widgets.Charts;

public sealed class SparklineTests
{
    [Theory]
    [InlineData("1 2 3 4 5 6 7 8", "▁▂▃▄▅▆▇█")]
    [InlineData("-1 0 1", "▁▅█")]
    [InlineData("5 5 5", "▄▄▄")]
    [InlineData("1 - 8", "▁ █")]
    [InlineData("- -", "  ")]
    [InlineData("", "")]
    public void Should_Draw_From_The_Least_To_The_Greatest(string values, string drawn) =>
        Sparkline.Of(Values(values), 20, Glyphs.Unicode, Roles.Accent).Text.ShouldBe(drawn);

    [Fact]
    public void Should_Draw_Means_Where_There_Are_More_Values_Than_Cells() =>
        Sparkline.Of(Values("0 2 10 12 - 4 - -"), 4, Glyphs.Unicode, Roles.Accent).Text.ShouldBe("▁█▃ ");

    [Fact]
    public void Should_Draw_With_Ascii_Alone_And_Keep_Gaps_Apart() =>
        Sparkline.Of(Values("0 - 9"), 9, Glyphs.Ascii, Roles.Accent).Text.ShouldBe(". #");

    [Fact]
    public void Should_Take_No_Value_That_Is_No_Number() =>
        Sparkline.Of([1, double.NaN, double.NegativeInfinity, 2], 9, Glyphs.Unicode, Roles.Accent).Text.ShouldBe("▁  █");

    [Fact]
    public void Should_Fill_Its_Row_And_Allocate_Nothing_When_It_Is_Drawn_Again()
    {
        var line = new Sparkline { Values = Values("1 2 3") };
        using var screen = new HeadlessScreen(5, 1, new WidgetScreen(line, Theme.Plain));
        screen.ToText().ShouldBe("▁▅█\n");
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            line.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        line.Screen!.Draw(canvas);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        line.Values = Values("3 1");
        screen.Settle();

        screen.ToText().ShouldBe("█▁\n");
    }

    private static double?[] Values(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => value == "-" ? (double?)null : double.Parse(value))];
}
