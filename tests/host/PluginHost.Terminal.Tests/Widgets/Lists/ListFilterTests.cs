namespace PluginHost.Terminal.Tests.Widgets.Lists;

public sealed class ListFilterTests
{
    private readonly ListBox _list = new() { Rows = new ListRows(["apple", "pear", "grape", "Pineapple", "تفاح apple"]) };
    private readonly WidgetScreen _screen;

    public ListFilterTests() => _screen = new WidgetScreen(_list, Theme.Plain);

    [Fact]
    public void Should_Narrow_While_One_Types()
    {
        // Given
        using var headless = new HeadlessScreen(24, 6, _screen);

        // When
        headless.Type("/AP pL");

        // Then
        headless.ToText().ShouldBe("apple\nPineapple\n              apple ﺡﺎﻔﺗ\n\n\n/AP pL           3 found\n");
    }

    [Fact]
    public void Should_Mark_What_Matches_And_Nothing_Else()
    {
        using var headless = new HeadlessScreen(24, 6, _screen);

        headless.Type("/eap");

        const Attributes Match = Attributes.Bold | Attributes.Underline;
        headless.Line(0).ShouldBe("Pineapple");
        headless.Looks(0, 0, 9).Select(look => look.HasFlag(Match)).ShouldBe([false, false, false, true, true, true, false, false, false]);
    }

    [Fact]
    public void Should_Tell_Of_A_Match_That_Was_Cut_Off()
    {
        _list.Rows = new ListRows(["a long row that ends in pear"]);
        using var headless = new HeadlessScreen(12, 3, _screen);

        headless.Type("/pear");

        headless.Line(0).ShouldBe("a long row …");
        headless.Looks(11, 0, 1)[0].ShouldBe(Attributes.Bold | Attributes.Underline | Attributes.Reverse);
    }

    [Fact]
    public void Should_Keep_The_Filter_With_Enter_And_Take_It_Away_With_Escape()
    {
        // Given
        using var headless = new HeadlessScreen(24, 6, _screen);
        headless.Type("/pear\n");
        (_list.FilterText, _screen.Focused, headless.Line(5)).ShouldBe(("pear", _list, "/pear            1 found"));

        // When
        headless.Press(Key.Escape);

        // Then
        (_list.FilterText, headless.Line(0), headless.Line(5)).ShouldBe(("", "apple", ""));
    }

    [Fact]
    public void Should_Peel_On_When_There_Is_Nothing_Left_To_Take_Away()
    {
        // Given
        using var headless = new HeadlessScreen(24, 6, _screen);
        _screen.Open(new Layer(new ListBox { Rows = new ListRows(["one", "two"]) }, all => all));
        headless.Settle();
        headless.Type("/two");

        // When
        headless.Press(Key.Escape);
        _screen.Layers.Count.ShouldBe(1);
        headless.Press(Key.Escape);

        // Then
        _screen.Layers.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Count_In_The_Whole_While_A_Filter_Is_On()
    {
        // Given
        var opened = new List<int>();
        _list.Opened = opened.Add;
        using var headless = new HeadlessScreen(24, 6, _screen);

        // When
        headless.Type("/apple");
        headless.Press(Key.Down);
        headless.Type("\n\n");

        // Then
        (_list.Selected, opened.ShouldHaveSingleItem()).ShouldBe((3, 3));
        _list.Selected = 4;
        headless.Press(Key.Escape);
        (_list.Selected, headless.Line(4)).ShouldBe((4, "              apple ﺡﺎﻔﺗ"));
    }

    [Fact]
    public void Should_Say_That_Nothing_Matches()
    {
        using var headless = new HeadlessScreen(40, 3, _screen);

        headless.Type("/xyz");

        headless.ToText().ShouldBe(" Nothing matches. Esc shows all.\n\n/xyz                             0 found\n");
        _list.Selected.ShouldBe(-1);
    }

    [Fact]
    public void Should_Move_The_Selection_While_One_Types()
    {
        using var headless = new HeadlessScreen(24, 6, _screen);

        headless.Type("/");
        headless.Press(Key.Down);
        headless.Type("a");

        _list.Selected.ShouldBe(1);
    }

    [Fact]
    public void Should_Edit_The_Filter_Again_When_It_Is_Clicked()
    {
        using var headless = new HeadlessScreen(24, 6, _screen);
        headless.Type("/pear\n");

        headless.Click(3, 5);
        headless.Type("grape");

        (_list.FilterText, headless.Line(0)).ShouldBe(("grape", "grape"));
    }

    [Fact]
    public void Should_Leave_The_Key_To_Others_When_The_Rows_Cannot_Filter()
    {
        var unused = new List<string>();
        _list.Rows = new Endless();
        _screen.UnusedKey = key =>
        {
            unused.Add(key.Text);
            return true;
        };
        using var headless = new HeadlessScreen(24, 6, _screen);

        headless.Type("/");

        (unused.ShouldHaveSingleItem(), headless.Line(5)).ShouldBe(("/", "5                      │"));
    }

    [Fact]
    public void Should_Filter_Other_Rows_As_Those_Before()
    {
        using var headless = new HeadlessScreen(24, 6, _screen);
        headless.Type("/pe");

        _list.Rows = new ListRows(["peach", "plum", "grapes"]);
        headless.Redraw();

        headless.ToText().ShouldStartWith("peach\ngrapes\n\n");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(9, 2)]
    public void Should_Survive_Any_Size(int width, int height)
    {
        using var headless = new HeadlessScreen(24, 6, _screen);
        headless.Type("/e");

        headless.Resize(width, height);
        headless.Press(Key.Down);
        headless.Press(Key.Escape);

        _list.FilterText.ShouldBe("");
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Steady_Frame_With_A_Filter()
    {
        using var headless = new HeadlessScreen(24, 6, _screen);
        headless.Type("/app\n");

        headless.BytesOfSteadyFrames().ShouldBe(0);
    }

    private sealed class Endless : IRows
    {
        public int Count => 1000;

        public RichLine Row(int index) => $"{index}";
    }
}
