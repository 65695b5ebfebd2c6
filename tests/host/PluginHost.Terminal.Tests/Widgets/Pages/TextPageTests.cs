namespace PluginHost.Terminal.Tests.Widgets.Pages;

public sealed class TextPageTests
{
    private const string Poem = "The quick brown fox\njumps over\n\nthe lazy dog.";

    private readonly TextPage _page = new();
    private readonly List<string> _opened = [];
    private readonly List<bool> _copied = [];

    public TextPageTests() => (_page.Opened, _page.Copied) = (_opened.Add, _copied.Add);

    [Fact]
    public void Should_Wrap_Between_Words()
    {
        _page.Text = Poem;
        using var screen = Show(12, 6);

        screen.ToText().ShouldBe("The quick\nbrown fox\njumps over\n\nthe lazy\ndog.\n");
    }

    [Fact]
    public void Should_Show_How_Far_It_Is_Where_Not_All_Is_Seen()
    {
        _page.Text = Poem;
        using var screen = Show(12, 3);

        screen.Press(Key.Down);

        screen.ToText().ShouldBe("brown fox  █\njumps over │\n           │\n");
    }

    [Theory]
    [InlineData(Key.Down, "b|c|d")]
    [InlineData(Key.PageDown, "c|d|e")]
    [InlineData(Key.End, "h|i|j")]
    [InlineData(Key.Up, "a|b|c")]
    public void Should_Scroll_By_Keys(Key key, string seen)
    {
        _page.Text = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj";
        using var screen = Show(3, 3);

        screen.Press(key);

        Seen(screen).ShouldBe(seen);
    }

    [Fact]
    public void Should_Scroll_By_The_Wheel_And_No_Further_Than_There_Is()
    {
        _page.Text = "a\nb\nc\nd\ne";
        using var screen = Show(3, 3);

        screen.Send(new MouseInput(0, 0, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));
        Seen(screen).ShouldBe("c|d|e");
        screen.Send(new MouseInput(0, 0, MouseButton.WheelUp, MouseAction.Press, Modifiers.None));

        Seen(screen).ShouldBe("a|b|c");
    }

    [Fact]
    public void Should_Scroll_To_Where_The_Bar_Is_Dragged()
    {
        _page.Text = string.Join('\n', Enumerable.Range(0, 100).Select(line => $"{line:00}"));
        using var screen = Show(4, 5);

        screen.Send(new MouseInput(3, 0, MouseButton.Left, MouseAction.Press, Modifiers.None));
        screen.Send(new MouseInput(3, 4, MouseButton.Left, MouseAction.Move, Modifiers.None));

        Seen(screen).ShouldStartWith("95|96");
    }

    [Fact]
    public void Should_Keep_The_First_Line_When_The_Width_Changes()
    {
        _page.Text = string.Join('\n', Enumerable.Range(0, 50).Select(line => $"line {line} of many"));
        using var screen = Show(20, 4);
        _page.ScrollTo(30);
        screen.Settle();

        screen.Resize(9, 4);

        screen.ToText().ShouldStartWith("line 30");
    }

    [Fact]
    public void Should_Copy_The_Text_And_Not_Its_Setting()
    {
        _page.Text = "one two three\nfour";
        using var screen = Show(8, 5);

        Drag(screen, 4, 0, 2, 2);
        screen.Press('c', Modifiers.Control);

        screen.Clipboard.ShouldBe("two three\nfo");
        _copied.ShouldBe([true]);
    }

    [Fact]
    public void Should_Say_When_The_Terminal_Takes_No_Text_That_Long()
    {
        _page.Text = new string('x', 200_000);
        using var screen = Show(8, 5);

        screen.Press('a', Modifiers.Control);
        screen.Press('c', Modifiers.Control);

        _copied.ShouldBe([false]);
        screen.Clipboard.ShouldBeNull();
    }

    [Fact]
    public void Should_Copy_Arabic_As_It_Is_Written()
    {
        _page.Text = "مرحبا world";
        using var screen = Show(20, 2);

        // Its first word stands at the right edge.
        Drag(screen, 18, 0, 14, 0);

        _page.SelectedText.ShouldBe("مرحب");
    }

    [Fact]
    public void Should_Select_Words_And_Lines_By_Clicks()
    {
        _page.Text = "one two-three\nfour";
        using var screen = Show(20, 3);

        screen.Click(5, 0);
        screen.Click(5, 0);
        _page.SelectedText.ShouldBe("two");
        screen.Click(5, 0);

        _page.SelectedText.ShouldBe("one two-three");
    }

    [Fact]
    public void Should_Select_By_Keys_From_The_Top_Of_The_Window()
    {
        _page.Text = "ab\n👩‍👩‍👧x\ncd";
        using var screen = Show(10, 3);

        screen.Press(Key.Right, Modifiers.Shift);
        _page.SelectedText.ShouldBe("a");
        screen.Press(Key.Down, Modifiers.Shift);
        _page.SelectedText.ShouldBe("ab\n");
        screen.Press(Key.Right, Modifiers.Shift);
        _page.SelectedText.ShouldBe("ab\n👩‍👩‍👧");
        screen.Press(Key.Left, Modifiers.Shift);
        screen.Press(Key.Left, Modifiers.Shift);
        _page.SelectedText.ShouldBe("ab");
        screen.Press(Key.End, Modifiers.Shift | Modifiers.Control);

        _page.SelectedText.ShouldBe(_page.Text);
    }

    [Fact]
    public void Should_Select_By_Words_And_Let_Go_On_Escape()
    {
        _page.Text = "one two";
        using var screen = Show(10, 3);

        screen.Press(Key.Right, Modifiers.Shift | Modifiers.Control);
        _page.SelectedText.ShouldBe("one");
        screen.Press(Key.Escape);

        _page.HasSelection.ShouldBeFalse();
    }

    [Fact]
    public void Should_Open_A_Link_By_A_Click_And_By_Keys()
    {
        _page.Rows = new ListRows([RichLine.Of(new Segment("see ", Roles.Text), Link("here", "a"), new Segment(" or ", Roles.Text), Link("there", "b"))]);
        using var screen = Show(30, 2);

        screen.Click(5, 0);
        screen.Click(1, 0);
        screen.Press(Key.Tab);
        screen.Press(Key.Tab);
        screen.Press(Key.Enter);

        _opened.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Should_Let_The_Focus_Go_Behind_The_Last_Link()
    {
        _page.Rows = new ListRows([RichLine.Of(Link("here", "a"))]);
        using var screen = Show(30, 2);

        _page.OnKey(new KeyInput(Key.Tab, "", Modifiers.None)).ShouldBeTrue();
        _page.OnKey(new KeyInput(Key.Tab, "", Modifiers.None)).ShouldBeFalse();
    }

    [Fact]
    public void Should_Lead_To_An_Address_In_The_Terminal_Too()
    {
        _page.Rows = new ListRows([RichLine.Of(Link("here", "https://example.org/"))]);
        using var screen = Show(10, 1);

        screen.ToStyledText().ShouldContain("to https://example.org/");
    }

    [Fact]
    public void Should_Find_While_It_Is_Typed_And_Go_On_With_N()
    {
        _page.Text = "a fox\nb\nc\nd\ne FOX\nf";
        using var screen = Show(10, 3);

        screen.Type("/fox");
        screen.ToText().ShouldBe("a fox    █\nb        │\n/fox\n");
        _page.SelectedText.ShouldBe("fox");
        screen.Type("\nn");
        _page.SelectedText.ShouldBe("FOX");
        screen.ToText().ShouldContain("e FOX");
        screen.Type("n");
        _page.SelectedText.ShouldBe("fox");
        screen.Type("N");

        _page.SelectedText.ShouldBe("FOX");
    }

    [Fact]
    public void Should_Go_Back_When_The_Search_Is_Given_Up()
    {
        _page.Text = "a\nb\nc\nd\ne\nf";
        using var screen = Show(10, 3);

        screen.Type("/f");
        Seen(screen).ShouldContain("f");
        screen.Press(Key.Escape);

        Seen(screen).ShouldBe("a|b|c");
        (_page.HasSelection, _page.IsFocused).ShouldBe((false, true));
    }

    [Fact]
    public void Should_Say_What_Is_Not_Found()
    {
        _page.Text = "a";
        using var screen = Show(20, 3);

        screen.Type("/zz");

        _page.Children.OfType<TextInput>().Single().Problem.ShouldBe("Not found");
        _page.Find("zz").ShouldBeFalse();
        _page.Find("A").ShouldBeTrue();
    }

    [Fact]
    public void Should_Find_Every_Place_In_One_Line_Forwards_And_Backwards()
    {
        _page.Text = "aaa";
        using var screen = Show(20, 3);
        var places = new List<string>();

        _page.Find("a");
        for (var i = 0; i < 3; i++)
        {
            places.Add(Marked(screen));
            _page.FindNext();
        }

        _page.FindPrevious();
        places.Add(Marked(screen));

        places.ShouldBe(["1..", ".1.", "..1", "..1"]);
    }

    [Fact]
    public void Should_Draw_What_A_Terminal_Would_Obey_As_Marks()
    {
        _page.Text = "a\e[2Jb\u202Ec";
        using var screen = Show(20, 1);

        screen.ToText().ShouldBe("a␛[2Jb⇄c\n");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 5)]
    public void Should_Stand_Any_Size(int width, int height)
    {
        _page.Text = "中文 مرحبا 👩‍👩‍👧 text";
        using var screen = Show(width, height);

        screen.Type("/t\nn");
        screen.Press(Key.End);
        screen.Press(Key.Right, Modifiers.Shift);
        screen.Click(0, 0);

        screen.Buffer.Width.ShouldBe(width);
    }

    [Fact]
    public void Should_Be_Empty_Without_Text()
    {
        _page.Rows = new ListRows([]);
        using var screen = Show(10, 2);

        screen.Type("/a");
        screen.Press(Key.Down);
        screen.Click(0, 0);

        screen.ToText().ShouldBe("\n\n");
    }

    [Fact]
    public void Should_Not_Read_What_Is_Far_From_The_Window()
    {
        var rows = new CountedRows(100_000);
        _page.Rows = rows;
        using var screen = Show(40, 10);

        screen.Press(Key.End);
        screen.ToText().ShouldContain("row 99999");
        _page.ScrollTo(50_000);
        screen.Settle();

        rows.Asked.Count.ShouldBeLessThan(100);
    }

    [Fact]
    public void Should_Wrap_No_More_Of_A_Line_Of_A_Million_Characters_Than_Is_Seen()
    {
        _page.Text = string.Concat(Enumerable.Repeat("word ", 200_000));
        using var screen = Show(81, 24);
        screen.Press(Key.Down);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            screen.Press(Key.Down);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000);
        screen.ToText().ShouldStartWith("word word");
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _page.Text = Poem + "\nمرحبا بالعالم 中文 e\u0301";
        using var screen = Show(12, 6);
        _page.SelectAll();
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            _page.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _page.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static Segment Link(string text, string target) => new(text, Roles.Link) { Target = target };

    private static string Seen(HeadlessScreen screen) =>
        string.Join('|', screen.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('█', '│', ' ')));

    private static void Drag(HeadlessScreen screen, int x, int y, int toX, int toY)
    {
        screen.Send(new MouseInput(x, y, MouseButton.Left, MouseAction.Press, Modifiers.None));
        screen.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Move, Modifiers.None));
        screen.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Release, Modifiers.None));
    }

    private static string Marked(HeadlessScreen screen)
    {
        screen.Settle();
        return string.Concat(Enumerable.Range(0, 3)
            .Select(x => new Canvas(screen.Buffer).At(x, 0).Style.Attributes.HasFlag(Attributes.Reverse) ? '1' : '.'));
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_page, Theme.Plain));
}
