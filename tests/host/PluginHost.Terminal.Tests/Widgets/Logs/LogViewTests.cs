namespace PluginHost.Terminal.Tests.Widgets.Logs;

public sealed class LogViewTests
{
    private readonly LogBuffer _buffer = new(1000);
    private readonly LogView _log;
    private readonly WidgetScreen _screen;

    public LogViewTests()
    {
        _log = new LogView { Lines = _buffer, Welcome = "Nothing was heard yet." };
        _screen = new WidgetScreen(_log, Theme.Plain);
    }

    [Fact]
    public void Should_Follow_The_End()
    {
        Append(0, 9);
        using var headless = new HeadlessScreen(12, 3, _screen);
        headless.ToText().ShouldBe("line 7     │\nline 8     │\nline 9     █\n");

        Append(10, 11);
        headless.Settle();

        headless.ToText().ShouldBe("line 9     │\nline 10    │\nline 11    █\n");
    }

    [Fact]
    public void Should_Move_Nothing_When_Scrolled_Away_And_Say_How_Much_Is_New()
    {
        // Given
        Append(0, 99);
        using var headless = new HeadlessScreen(30, 5, _screen);
        headless.Wheel(1, 1, MouseButton.WheelUp);
        var seen = Lines(headless, 4);

        // When
        Append(100, 411);
        headless.Settle();

        // Then
        Lines(headless, 4).ShouldBe(seen);
        headless.Line(4).ShouldBe("▼ 312 new, End resumes");
        headless.Press(Key.End);
        (_log.IsFollowing, headless.Line(4)).ShouldBe((true, "line 411".PadRight(29) + "█"));
    }

    [Fact]
    public void Should_Move_Nothing_When_Lines_Before_Are_Forgotten_And_Go_On_With_What_Is_Left()
    {
        // Given
        Append(0, 999);
        using var headless = new HeadlessScreen(30, 5, _screen);
        headless.Wheel(1, 1, MouseButton.WheelUp);
        var seen = Lines(headless, 4);

        // When
        Append(1000, 1800);
        headless.Settle();
        Lines(headless, 4).ShouldBe(seen);
        Append(1801, 2999);
        headless.Settle();

        // Then
        headless.Line(0).ShouldStartWith("line 2000");
        headless.Line(4).ShouldBe("▼ 1,000 new, End resumes");
    }

    [Fact]
    public void Should_Follow_Again_When_It_Is_Scrolled_Back_To_The_End_Or_Its_Note_Is_Clicked()
    {
        Append(0, 99);
        using var headless = new HeadlessScreen(30, 5, _screen);

        headless.Press(Key.PageUp);
        _log.IsFollowing.ShouldBeFalse();
        headless.Press(Key.PageDown);
        headless.Press(Key.PageDown);
        _log.IsFollowing.ShouldBeTrue();
        headless.Press(Key.Home);
        headless.Line(0).ShouldStartWith("line 0 ");
        headless.Click(3, 4);
        _log.IsFollowing.ShouldBeTrue();
    }

    [Fact]
    public void Should_Scroll_By_Its_Bar()
    {
        Append(0, 99);
        using var headless = new HeadlessScreen(30, 5, _screen);

        headless.Send(new MouseInput(29, 4, MouseButton.Left, MouseAction.Press, Modifiers.None));
        headless.Send(new MouseInput(29, 0, MouseButton.Left, MouseAction.Move, Modifiers.None));
        headless.Line(0).ShouldStartWith("line 0 ");
        _log.IsFollowing.ShouldBeFalse();
        headless.Send(new MouseInput(29, 4, MouseButton.Left, MouseAction.Release, Modifiers.None));

        _log.IsFollowing.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Pause_While_There_Is_Nothing_To_Scroll()
    {
        Append(0, 2);
        using var headless = new HeadlessScreen(30, 5, _screen);

        headless.Wheel(1, 1, MouseButton.WheelUp);
        headless.Press(Key.PageUp);

        (_log.IsFollowing, headless.Line(0)).ShouldBe((true, "line 0"));
    }

    [Fact]
    public void Should_Cut_Lines_Or_Break_Them()
    {
        // Given
        _buffer.Append("one two three four");
        _buffer.Append("مرحبا بالعالم");
        using var headless = new HeadlessScreen(10, 6, _screen);
        headless.ToText().ShouldBe("one two …\n…ﺎﺑ ﺎﺒﺣﺮﻣ\n\n\n\n\n");

        // When
        headless.Type("w");

        // Then
        headless.ToText().ShouldBe("one two\nthree\nfour\n    ﺎﺒﺣﺮﻣ\n  ﻢﻟﺎﻌﻟﺎﺑ\n\n");
        headless.Type("w");
        headless.Line(0).ShouldBe("one two …");
    }

    [Fact]
    public void Should_Scroll_Through_A_Line_That_Is_Taller_Than_The_Screen()
    {
        _log.Wraps = true;
        _buffer.Append("a b c d e f g h");
        using var headless = new HeadlessScreen(3, 3, _screen);
        Lines(headless, 3).ShouldBe("f|g|h");

        headless.Wheel(0, 0, MouseButton.WheelUp);

        Lines(headless, 2).ShouldBe("c|d");
    }

    [Fact]
    public void Should_Select_Lines_By_Keys_And_Copy_What_They_Say()
    {
        // Given
        Append(0, 5);
        _buffer.Append(RichLine.Of(new Segment("12:00 ", Roles.Dim), new Segment("مرحبا", Roles.Text)));
        using var headless = new HeadlessScreen(30, 5, _screen);

        // When
        headless.Press(Key.Up);
        headless.Press(Key.Up, Modifiers.Shift);
        headless.Press('c', Modifiers.Control);

        // Then
        headless.Clipboard.ShouldBe("line 5\n12:00 مرحبا");
        headless.Line(4).ShouldBe("✓ 2 copied");
        _log.IsFollowing.ShouldBeFalse();
        headless.Press(Key.Escape);
        _log.Selected.ShouldBeNull();
    }

    [Fact]
    public void Should_Select_Lines_By_Dragging_And_Leave_Them_Where_They_Are()
    {
        // Given
        Append(0, 20);
        using var headless = new HeadlessScreen(30, 6, _screen);

        // When
        headless.Send(new MouseInput(3, 1, MouseButton.Left, MouseAction.Press, Modifiers.None));
        headless.Send(new MouseInput(3, 3, MouseButton.Left, MouseAction.Move, Modifiers.None));
        headless.Send(new MouseInput(3, 3, MouseButton.Left, MouseAction.Release, Modifiers.None));
        Append(21, 500);
        headless.Settle();

        // Then
        _log.SelectedText.ShouldBe("line 16\nline 17\nline 18");
        headless.Line(1).ShouldStartWith("line 16");
        headless.Looks(0, 1, 29).ShouldAllBe(look => look == Attributes.Reverse);
        headless.Looks(0, 4, 29).ShouldAllBe(look => look == Attributes.None);
    }

    [Fact]
    public void Should_Say_When_There_Is_Too_Much_To_Copy()
    {
        _buffer.Append(new string('x', 100_000));
        using var headless = new HeadlessScreen(60, 3, _screen);

        headless.Press('a', Modifiers.Control);
        headless.Type("c");

        (headless.Line(2), headless.Clipboard).ShouldBe(("! Too long for the terminal: copied for this screen alone", null));
        _screen.Copied.Length.ShouldBe(100_000);
    }

    [Fact]
    public void Should_Open_A_Line_By_Its_Own_Number_Whatever_A_Filter_Leaves()
    {
        // Given
        var opened = new List<long>();
        _log.Opened = opened.Add;
        Append(0, 99);
        using var headless = new HeadlessScreen(30, 6, _screen);

        // When
        headless.Type("/7 line\n");
        headless.Press(Key.Up);
        headless.Press(Key.Enter);

        // Then
        opened.ShouldBe([97]);
        _log.Selected.ShouldBe(97);
    }

    [Fact]
    public void Should_Filter_What_Comes_As_What_Is_There_And_Count_Only_That_As_New()
    {
        // Given
        Append(0, 99);
        using var headless = new HeadlessScreen(30, 6, _screen);
        headless.Type("/5\n");
        headless.Line(5).ShouldBe("/5                    19 found");
        headless.Wheel(1, 1, MouseButton.WheelUp);
        var seen = Lines(headless, 4);

        // When
        Append(100, 199);
        headless.Settle();

        // Then
        Lines(headless, 4).ShouldBe(seen);
        headless.Line(4).ShouldBe("▼ 19 new, End resumes");
        headless.Press(Key.Escape);
        Lines(headless, 1).ShouldBe(seen.Split('|')[0]);
    }

    [Fact]
    public void Should_Say_That_Nothing_Matches_And_Show_All_Again()
    {
        Append(0, 9);
        using var headless = new HeadlessScreen(40, 3, _screen);

        headless.Type("/none");
        headless.Line(0).ShouldBe(" Nothing matches. Esc shows all.");
        headless.Press(Key.Escape);

        (headless.Line(2), _screen.Focused).ShouldBe(("line 9".PadRight(39) + "█", _log));
    }

    [Fact]
    public void Should_Forget_A_Selection_Whose_Lines_Are_Gone()
    {
        Append(0, 9);
        using var headless = new HeadlessScreen(30, 5, _screen);
        headless.Press(Key.Up);

        Append(10, 2000);
        headless.Settle();

        (_log.Selected, _log.SelectedText).ShouldBe((null, ""));
        _buffer.Clear();
        headless.Settle();
        headless.Line(0).ShouldBe(" Nothing was heard yet.");
        headless.Press(Key.Up);
        headless.Press(Key.Home);
        _log.Selected.ShouldBeNull();
    }

    [Fact]
    public void Should_Keep_A_Line_Of_A_Million_Characters_Quick()
    {
        _log.Wraps = true;
        _buffer.Append(new string('م', 1_000_000));
        using var headless = new HeadlessScreen(30, 4, _screen);

        headless.Press(Key.Home);
        headless.Press(Key.End);

        headless.Line(3).Trim('│', '█', ' ').ShouldStartWith("…");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(80, 1)]
    public void Should_Survive_Any_Size(int width, int height)
    {
        Append(0, 50);
        _buffer.Append("👩‍👩‍👧‍👦 family \e[31m");
        _log.Wraps = true;
        using var headless = new HeadlessScreen(30, 5, _screen);
        headless.Type("/l");

        headless.Resize(width, height);
        headless.Press(Key.Up);
        headless.Press(Key.PageUp);
        headless.Click(0, 0);
        headless.Wheel(0, 0, MouseButton.WheelDown);
        headless.Press(Key.Escape);
        headless.Press(Key.End);

        headless.Buffer.Height.ShouldBe(height);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Allocate_Nothing_In_A_Steady_Frame(bool wraps)
    {
        _log.Wraps = wraps;
        Append(0, 50);
        _buffer.Append("one two three four five six نص عربي 👩‍👩‍👧‍👦");
        using var headless = new HeadlessScreen(20, 6, _screen);
        headless.Press(Key.Up);

        headless.BytesOfSteadyFrames().ShouldBe(0);
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Frame_Of_New_Lines_But_The_Lines()
    {
        // Given
        var lines = Enumerable.Range(0, 2000).Select(i => RichLine.Of($"line {i}")).ToArray();
        using var headless = new HeadlessScreen(20, 6, _screen);

        // When
        var bytes = HeadlessScreenExtensions.LeastBytesOf(() => Stream(headless, lines));

        // Then
        bytes.ShouldBe(0);
    }

    private void Stream(HeadlessScreen headless, RichLine[] lines)
    {
        for (var i = 0; i < 6_000; i++)
        {
            _buffer.Append(lines[i % lines.Length]);
            if (i % 150 == 149)
                headless.Settle();
        }
    }

    // Without the bar.
    private static string Lines(HeadlessScreen headless, int count) =>
        string.Join('|', headless.ToText().Split('\n').Take(count).Select(line => line.TrimEnd('│', '█', ' ')));

    private void Append(int from, int to)
    {
        for (var i = from; i <= to; i++)
            _buffer.Append($"line {i}");
    }
}
