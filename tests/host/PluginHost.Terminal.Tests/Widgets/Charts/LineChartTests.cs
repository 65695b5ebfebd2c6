namespace PluginHost.Terminal.Tests.Widgets.Charts;

public sealed class LineChartTests
{
    private readonly LineChart _chart = new();
    private Theme _theme = Theme.Plain.With(Glyphs.Ascii);

    [Fact]
    public void Should_Draw_A_Line_Between_Round_Numbers()
    {
        _chart.Series = [Series("", 0, 10, 20)];
        using var screen = Show(9, 6);

        screen.ToText().ShouldBe("\n20      *\n      **\n10   *\n    *\n 0 *\n");
    }

    [Fact]
    public void Should_Draw_With_Braille_Where_The_Theme_Has_It()
    {
        _theme = Theme.Plain;
        _chart.Series = [Series("", 0, 10)];
        using var screen = Show(7, 2);

        screen.ToText().ShouldBe("10   ⡠⠊\n 0 ⡠⠊\n");
    }

    [Fact]
    public void Should_Part_The_Line_Where_Values_Are_Missing()
    {
        _chart.Series = [Series("", 1, null, double.NaN, double.PositiveInfinity, 1)];
        using var screen = Show(5, 1);

        screen.ToText().ShouldBe("*   *\n");
    }

    [Fact]
    public void Should_Show_Where_Zero_Is_Among_Negative_Values()
    {
        _chart.Series = [Series("", -10, null, 10)];
        using var screen = Show(8, 4);

        screen.ToText().ShouldBe("\n 10    *\n  0 ----\n-10 *\n");
    }

    [Fact]
    public void Should_Put_A_Value_That_Is_Always_The_Same_In_The_Middle()
    {
        _chart.Series = [Series("", 5, 5, 5)];
        using var screen = Show(9, 4);

        screen.ToText().ShouldBe("\n10\n 5 ******\n 0\n");
    }

    [Fact]
    public void Should_Have_Zero_On_The_Axis_Where_It_Is_Asked_For()
    {
        _chart.BeginsAtZero = true;
        _chart.Series = [Series("", 90, 100)];
        using var screen = Show(12, 6);

        screen.ToText().ShouldContain("  0");
        screen.ToText().ShouldContain("100");
    }

    [Fact]
    public void Should_Teach_Where_There_Is_Nothing_To_Draw()
    {
        _chart.Welcome = "No posts yet";
        _chart.Series = [Series("a", null, null)];
        using var screen = Show(20, 4);

        screen.ToText().ShouldStartWith("No posts yet\n");
        _chart.Series = [];
        screen.Settle();
        screen.ToText().ShouldStartWith("No posts yet\n");
    }

    [Fact]
    public void Should_Tell_Series_Apart_Without_Colour()
    {
        _chart.Series = [Series("acme", 1, 1), Series("globex", 2, 2)];
        using var screen = Show(24, 4);
        screen.ToText().ShouldContain("* acme  + globex");
        screen.ToText().ShouldContain("++++");
        _chart.Screen!.Theme = Theme.Plain;
        _chart.Invalidate();
        screen.Settle();

        var lines = screen.ToText().Split('\n');
        lines[0].ShouldContain("1 acme  2 globex");
        lines[1..].Count(line => line.EndsWith('1') || line.EndsWith('2')).ShouldBe(2);
    }

    [Fact]
    public void Should_Label_As_Many_Points_As_Fit()
    {
        _chart.Series = [Series("", 1, 2, 3, 4, 5, 6, 7)];
        _chart.Labels = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        using var screen = Show(18, 6);

        screen.ToText().Split('\n')[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Mon", "Thu", "Sun"]);
    }

    [Fact]
    public void Should_Read_A_Point_At_The_Cursor()
    {
        var moved = new List<int>();
        _chart.CursorMoved = moved.Add;
        _chart.Series = [Series("acme", 1500.25, 2), Series("globex", null, 3)];
        _chart.Labels = ["Mon", "Tue"];
        using var screen = Show(50, 6);

        screen.Press(Key.Home);
        screen.ToText().ShouldContain("Mon  * acme 1,500.3  + globex n/a");
        screen.Press(Key.Right);
        screen.Press(Key.Right);
        screen.ToText().ShouldContain("Tue  * acme 2  + globex 3");
        screen.Press(Key.Escape);

        screen.ToText().ShouldContain("* acme  + globex");
        moved.ShouldBe([0, 1, -1]);
    }

    [Fact]
    public void Should_Read_The_Point_That_Is_Clicked()
    {
        _chart.Series = [Series("", 10, 20, 30, 40, 50)];
        using var screen = Show(12, 4);

        screen.Click(11, 2);
        _chart.Cursor.ShouldBe(4);
        screen.Click(3, 2);

        _chart.Cursor.ShouldBe(0);
    }

    [Fact]
    public void Should_Keep_The_Cursor_Within_Fewer_Points()
    {
        _chart.Series = [Series("", 1, 2, 3)];
        using var screen = Show(20, 4);
        screen.Press(Key.End);

        _chart.Series = [Series("", 1)];
        screen.Settle();

        _chart.Cursor.ShouldBe(0);
    }

    [Fact]
    public void Should_Write_Names_From_Right_To_Left_In_Their_Own_Place()
    {
        _chart.Series = [Series("إيميلات", 1, 2), Series("globex", 1, 2)];
        using var screen = Show(40, 4);

        screen.ToText().Split('\n')[0].TrimEnd().ShouldEndWith("+ globex");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 9)]
    public void Should_Stand_Any_Size(int width, int height)
    {
        _chart.Series = [Series("中文", -1e250, 1e250, double.MaxValue), Series("b", 1e-9)];
        _chart.Labels = ["a", "b"];
        using var screen = Show(width, height);

        screen.Press(Key.Right);
        screen.Click(0, 0);

        screen.Buffer.Width.ShouldBe(width);
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _theme = Theme.Plain;
        _chart.Series = [Series("acme", 1, 2, null, 4), Series("مرحبا", 4, -3, 2, 1)];
        _chart.Labels = ["a", "b", "c", "d"];
        using var screen = Show(40, 12);
        screen.Press(Key.Right);
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            _chart.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _chart.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static ChartSeries Series(string name, params double?[] values) => new(name, values);

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_chart, _theme));
}
