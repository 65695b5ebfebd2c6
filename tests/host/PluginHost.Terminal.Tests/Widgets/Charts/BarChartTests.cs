namespace PluginHost.Terminal.Tests.Widgets.Charts;

public sealed class BarChartTests
{
    private readonly BarChart _chart = new();
    private Theme _theme = Theme.Plain;

    [Fact]
    public void Should_Draw_Bars_To_An_Eighth_Of_A_Cell()
    {
        _chart.Bars = [new("acme", 8), new("globex", 4.5), new("initech", 0)];
        using var screen = Show(20, 3);

        screen.ToText().ShouldBe("acme    ████████   8\nglobex  ████▌    4.5\ninitech │          0\n");
    }

    [Fact]
    public void Should_Say_What_Is_Missing_And_Draw_No_Bar()
    {
        _chart.Bars = [new("a", 2), new("b", null), new("c", double.NaN)];
        using var screen = Show(12, 3);

        screen.ToText().ShouldBe("a ██████   2\nb        n/a\nc        n/a\n");
    }

    [Fact]
    public void Should_Draw_What_Is_Below_Zero_To_The_Other_Side()
    {
        _chart.Bars = [new("a", 4), new("b", -2), new("c", -0.5)];
        using var screen = Show(15, 3);

        // Half a cell from the right is the other half, reversed.
        screen.ToText().ShouldBe("a    █████    4\nb ▌██        -2\nc   ▍      -0.5\n");
        new Canvas(screen.Buffer).At(2, 1).Style.Attributes.ShouldBe(Attributes.Reverse);
    }

    [Fact]
    public void Should_Keep_The_Value_Where_It_Is_Narrow()
    {
        _chart.Bars = [new("acme corporation", 12)];
        using var screen = Show(8, 1);

        screen.ToText().ShouldBe("acme… 12\n");
    }

    [Fact]
    public void Should_Set_A_Label_From_Right_To_Left_In_Its_Own_Field()
    {
        _chart.Bars = [new("acme corp", 1), new("مرحبا", 2)];
        using var screen = Show(20, 2);

        screen.ToText().Split('\n')[1].ShouldStartWith("    ");
        screen.ToText().Split('\n')[1].ShouldEndWith("2");
    }

    [Fact]
    public void Should_Draw_With_Ascii_Alone_Where_The_Theme_Asks_For_It()
    {
        _theme = Theme.Plain.With(Glyphs.Ascii);
        _chart.Bars = [new("a", 4), new("b", -2)];
        using var screen = Show(15, 2);

        screen.ToText().ShouldAllBe(character => character < 128);
        screen.ToText().ShouldContain("##");
    }

    [Fact]
    public void Should_Scroll_And_Open_What_Is_Selected()
    {
        var opened = new List<int>();
        _chart.Opened = opened.Add;
        _chart.Bars = [.. Enumerable.Range(0, 10).Select(i => new Bar($"bar{i}", i))];
        using var screen = Show(20, 3);

        screen.Press(Key.End);
        screen.ToText().ShouldContain("bar9");
        screen.Press(Key.Enter);
        screen.Click(1, 0);
        screen.Click(1, 0);

        opened.ShouldBe([9, 7]);
    }

    [Fact]
    public void Should_Stand_Over_Their_Labels()
    {
        _chart.IsVertical = true;
        _chart.Bars = [new("Mo", 4), new("Tu", 2.5), new("We", null), new("Th", 0)];
        using var screen = Show(12, 5);
        screen.ToText().ShouldBe("Mo 4\n██\n██ ▇▇\n██ ██ ?? __\nMo Tu We Th\n");

        screen.Press(Key.Right);
        screen.Press(Key.Right);

        screen.ToText().ShouldStartWith("We n/a\n");
    }

    [Fact]
    public void Should_Hang_What_Is_Below_Zero()
    {
        _chart.IsVertical = true;
        _chart.Bars = [new("a", 1), new("b", -1)];
        using var screen = Show(4, 4);

        screen.ToText().ShouldBe("a 1\n█\n  █\na b\n");
    }

    [Fact]
    public void Should_Number_The_Axis_Where_There_Is_Room()
    {
        _chart.IsVertical = true;
        _chart.Bars = [new("a", 100), new("b", 50)];
        using var screen = Show(20, 10);

        screen.ToText().ShouldContain("100 █");
        screen.ToText().ShouldContain("\n  0 █");
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(3, 2, true)]
    [InlineData(2, 7, true)]
    public void Should_Stand_Any_Size(int width, int height, bool isVertical)
    {
        _chart.IsVertical = isVertical;
        _chart.Bars = [new("中", 1e299), new("b", -1e299), new("c", 1e-300)];
        using var screen = Show(width, height);

        screen.Press(isVertical ? Key.Right : Key.Down);
        screen.Click(0, 0);
        _chart.Bars = [];
        screen.Settle();

        screen.Buffer.Width.ShouldBe(width);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before(bool isVertical)
    {
        _chart.IsVertical = isVertical;
        _chart.Bars = [new("مرحبا", 4), new("b", -2), new("c", null)];
        using var screen = Show(30, 12);
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            _chart.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _chart.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_chart, _theme));
}
