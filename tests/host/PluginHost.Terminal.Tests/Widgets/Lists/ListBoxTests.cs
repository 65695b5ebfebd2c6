namespace PluginHost.Terminal.Tests.Widgets.Lists;

public sealed class ListBoxTests
{
    private readonly ListBox _list = new() { Rows = Numbers(10), Welcome = "Nothing yet." };

    [Fact]
    public void Should_Draw_The_Rows_That_Are_Seen_And_How_Many_There_Are()
    {
        using var headless = Show(8, 4);

        headless.ToText().ShouldBe("row 0  █\nrow 1  │\nrow 2  │\nrow 3  │\n");
    }

    [Fact]
    public void Should_Ask_For_No_Row_That_Is_Not_Seen()
    {
        var rows = new Many();
        _list.Rows = rows;
        using var headless = Show(8, 4);

        headless.Press(Key.End);

        rows.Asked.Distinct().ShouldBe([0, 1, 2, 3, 99_996, 99_997, 99_998, 99_999]);
    }

    [Fact]
    public void Should_Keep_The_Selected_Row_In_Sight()
    {
        // Given
        using var headless = Show(8, 4);

        // When
        for (var i = 0; i < 5; i++)
            headless.Press(Key.Down);

        // Then
        (_list.Selected, _list.Top).ShouldBe((5, 2));
        headless.Press(Key.PageUp);
        (_list.Selected, _list.Top).ShouldBe((2, 2));
        headless.Press(Key.End);
        (_list.Selected, _list.Top).ShouldBe((9, 6));
        headless.Press(Key.Home);
        (_list.Selected, _list.Top).ShouldBe((0, 0));
        headless.Press(Key.Up);
        _list.Selected.ShouldBe(0);
    }

    [Fact]
    public void Should_Keep_The_Selected_Row_In_Sight_When_The_Screen_Shrinks()
    {
        using var headless = Show(8, 8);
        _list.Selected = 7;

        headless.Resize(8, 2);

        headless.ToText().ShouldContain("row 7");
    }

    [Fact]
    public void Should_Scroll_With_The_Wheel_And_Leave_The_Selection()
    {
        using var headless = Show(8, 4);

        headless.Send(new MouseInput(1, 1, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));

        (_list.Selected, _list.Top).ShouldBe((0, 3));
        headless.ToText().ShouldStartWith("row 3");
    }

    [Fact]
    public void Should_Scroll_By_Its_Bar()
    {
        using var headless = Show(8, 4);

        headless.Send(new MouseInput(7, 0, MouseButton.Left, MouseAction.Press, Modifiers.None));
        headless.Send(new MouseInput(7, 3, MouseButton.Left, MouseAction.Move, Modifiers.None));
        headless.Send(new MouseInput(2, 1, MouseButton.Left, MouseAction.Release, Modifiers.None));

        (_list.Selected, _list.Top).ShouldBe((0, 2));
    }

    [Fact]
    public void Should_Select_By_A_Click_And_Open_By_Two_Or_Enter()
    {
        // Given
        var opened = new List<int>();
        var selected = new List<int>();
        (_list.Opened, _list.SelectionChanged) = (opened.Add, selected.Add);
        using var headless = Show(8, 4);

        // When
        headless.Click(1, 2);
        headless.Click(1, 2);
        headless.Press(Key.Down);
        headless.Press(Key.Enter);

        // Then
        opened.ShouldBe([2, 3]);
        selected.ShouldBe([2, 3]);
    }

    [Fact]
    public void Should_Welcome_Where_There_Is_Nothing()
    {
        _list.Rows = new ListRows([]);
        using var headless = Show(14, 2);

        headless.Press(Key.Down);
        headless.Click(1, 1);

        (headless.ToText(), _list.Selected).ShouldBe((" Nothing yet.\n\n", -1));
    }

    [Fact]
    public void Should_Select_What_Is_Left_When_Rows_Go()
    {
        using var headless = Show(8, 4);
        headless.Press(Key.End);

        _list.Rows = Numbers(3);
        headless.Invalidate();
        headless.Settle();

        (_list.Selected, _list.Top).ShouldBe((2, 0));
    }

    [Fact]
    public void Should_Set_Arabic_At_The_Right_Edge()
    {
        _list.Rows = new ListRows(["abc", RichLine.Of(new Segment("مرحبا", Roles.Text), new Segment(" 3", Roles.Dim))]);
        using var headless = Show(12, 2);

        headless.ToText().Split('\n')[1].Length.ShouldBe(12);
        headless.ToText().Split('\n')[1].ShouldStartWith("     3 ");
    }

    [Fact]
    public void Should_Cut_What_Does_Not_Fit_And_Survive_The_Smallest_Screen()
    {
        _list.Rows = new ListRows(["a long row", "👩‍👩‍👧‍👦 family"]);
        using var headless = Show(6, 2);
        headless.ToText().ShouldBe("a lon…\n👩‍👩‍👧‍👦 fa…\n");

        headless.Resize(1, 1);

        headless.ToText().ShouldBe("…\n");
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Frame_Of_What_Was_Seen_Before()
    {
        // Given
        _list.Rows = new ListRows(["abc", "نص عربي", RichLine.Of(new Segment("👩‍👩‍👧‍👦", Roles.Good), new Segment(" and 東京", Roles.Dim))]);
        using var headless = Show(20, 4);
        for (var i = 0; i < 100; i++)
            Frame(headless);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Frame(headless);

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Frame(HeadlessScreen headless)
    {
        headless.Invalidate();
        headless.Settle();
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_list, Theme.Plain));

    private static ListRows Numbers(int count) => new([.. Enumerable.Range(0, count).Select(i => RichLine.Of($"row {i}"))]);

    private sealed class Many : IRows
    {
        public List<int> Asked { get; } = [];

        public int Count => 100_000;

        public RichLine Row(int index)
        {
            Asked.Add(index);
            return $"{index}";
        }
    }
}
