namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class TextInputTests
{
    private readonly TextInput _input = new();
    private readonly List<string> _changes = [];
    private readonly List<string> _entered = [];
    private Theme _theme = Theme.Plain;

    public TextInputTests() => (_input.Changed, _input.Entered) = (_changes.Add, _entered.Add);

    [Fact]
    public void Should_Show_What_Is_Typed_And_Where_The_Caret_Is()
    {
        using var screen = Show(10, 1);

        screen.Type("abc");

        screen.ToStyledText().ShouldBe("abc\n---\naaaaaaaaaa\n---\na default on default, Underline\ncursor 3,0 Bar\n");
        (_input.Text, _input.Caret).ShouldBe(("abc", 3));
        _changes.ShouldBe(["a", "ab", "abc"]);
    }

    [Fact]
    public void Should_Hint_While_It_Is_Empty()
    {
        _input.Hint = "name";
        using var screen = Show(10, 1);
        screen.ToText().ShouldBe("name\n");

        screen.Type("x");

        screen.ToText().ShouldBe("x\n");
    }

    [Theory]
    [InlineData(Key.Left, Modifiers.None, 6)]
    [InlineData(Key.Left, Modifiers.Control, 4)]
    [InlineData(Key.Home, Modifiers.None, 0)]
    [InlineData(Key.End, Modifiers.None, 7)]
    [InlineData(Key.Right, Modifiers.None, 7)]
    public void Should_Move_The_Caret(Key key, Modifiers modifiers, int caret)
    {
        using var screen = Show(10, 1);
        _input.Text = "one two";

        screen.Press(key, modifiers);

        (_input.Caret, _input.Anchor).ShouldBe((caret, caret));
    }

    [Fact]
    public void Should_Go_Forward_By_Words()
    {
        using var screen = Show(30, 1);
        _input.Text = "Straße, cafe\u0301 和 x";
        _input.Caret = 0;

        var stops = Enumerable.Range(0, 5).Select(_ =>
        {
            screen.Press(Key.Right, Modifiers.Control);
            return _input.Caret;
        });

        stops.ShouldBe([6, 7, 13, 15, 17]);
    }

    [Fact]
    public void Should_Select_With_Shift_And_Replace_The_Selection()
    {
        using var screen = Show(10, 1);
        _input.Text = "one two";

        screen.Press(Key.Left, Modifiers.Shift | Modifiers.Control);
        screen.ToStyledText().ShouldContain("aaaabbbaaa");
        screen.ToStyledText().ShouldContain("b default on default, Underline, Reverse");
        screen.Type("2");

        _input.Text.ShouldBe("one 2");
    }

    [Fact]
    public void Should_Leave_A_Selection_At_The_Side_To_Which_The_Arrow_Points()
    {
        using var screen = Show(10, 1);
        _input.Text = "abcdef";
        _input.Select(2, 4);
        screen.Press(Key.Left);
        _input.Caret.ShouldBe(2);

        _input.Select(4, 2);
        screen.Press(Key.Right);

        (_input.Caret, _input.Anchor).ShouldBe((4, 4));
    }

    [Theory]
    [InlineData("ab👨‍👩‍👧", "ab")]
    [InlineData("ae\u0301", "a")]
    [InlineData("", "")]
    public void Should_Delete_Whole_Clusters(string text, string left)
    {
        using var screen = Show(10, 1);
        _input.Text = text;

        screen.Press(Key.Backspace);

        _input.Text.ShouldBe(left);
    }

    [Fact]
    public void Should_Delete_Words_In_Both_Directions()
    {
        using var screen = Show(20, 1);
        _input.Text = "one two three";
        _input.Caret = 8;

        screen.Press(Key.Backspace, Modifiers.Control);
        _input.Text.ShouldBe("one three");
        screen.Press(Key.Delete, Modifiers.Control);

        _input.Text.ShouldBe("one ");
    }

    [Fact]
    public void Should_Undo_A_Run_Of_Typing_In_One_Step_And_A_Paste_In_Its_Own()
    {
        using var screen = Show(20, 1);
        screen.Type("abc");
        screen.Paste("de");
        screen.Advance(TimeSpan.FromSeconds(2));
        screen.Type("f");

        var steps = Enumerable.Range(0, 4).Select(_ =>
        {
            screen.Press('z', Modifiers.Control);
            return _input.Text;
        });
        steps.ShouldBe(["abcde", "abc", "", ""]);

        screen.Press('y', Modifiers.Control);
        screen.Press('z', Modifiers.Control | Modifiers.Shift);
        _input.Text.ShouldBe("abcde");
    }

    [Fact]
    public void Should_End_A_Run_Of_Typing_At_A_Pause()
    {
        using var screen = Show(20, 1);
        screen.Type("a");
        screen.Advance(TimeSpan.FromSeconds(2));
        screen.Type("b");

        screen.Press('z', Modifiers.Control);

        _input.Text.ShouldBe("a");
    }

    [Fact]
    public void Should_Cut_Copy_And_Paste_What_Was_Copied_Here()
    {
        using var screen = Show(20, 1);
        _input.Text = "one two";
        _input.Select(0, 3);

        screen.Press('x', Modifiers.Control);
        screen.Clipboard.ShouldBe("one");
        screen.Press(Key.End);
        screen.Press('v', Modifiers.Control);

        _input.Text.ShouldBe(" twoone");
    }

    [Fact]
    public void Should_Make_One_Line_Of_What_Is_Pasted()
    {
        using var screen = Show(20, 1);

        screen.Paste("a\nb\n");

        _input.Text.ShouldBe("a b");
        screen.ToText().ShouldBe("a b\n");
    }

    [Fact]
    public void Should_Draw_Hostile_Text_As_Marks()
    {
        using var screen = Show(20, 1);

        screen.Paste("a\e[31m\u202Eb");

        screen.ToText().ShouldBe("a␛[31m⇄b\n");
    }

    [Fact]
    public void Should_Scroll_So_That_The_Caret_Is_Seen()
    {
        using var screen = Show(5, 1);
        screen.Type("abcdefgh");
        screen.ToText().ShouldBe("efgh\n");

        screen.Press(Key.Home);
        screen.ToText().ShouldBe("abcde\n");
    }

    [Fact]
    public void Should_Stand_At_The_Right_Edge_Where_Text_Runs_From_There()
    {
        using var screen = Show(8, 1);
        screen.Text = new TextOptions { ShapeArabic = false };

        screen.Type("אבג");
        screen.ToText().ShouldBe("     גבא\n");
        screen.Buffer.Cursor.X.ShouldBe(4);

        screen.Press(Key.Right);
        (_input.Caret, screen.Buffer.Cursor.X).ShouldBe((2, 5));
        screen.Press(Key.Left);
        screen.Type("דהוזח");
        screen.ToText().ShouldBe(" חזוהדגב\n");
        screen.Press(Key.Home);
        screen.ToText().ShouldBe("חזוהדגבא\n");
        screen.Buffer.Cursor.X.ShouldBe(7);
    }

    [Fact]
    public void Should_Select_In_Mixed_Text_What_The_Mouse_Shows()
    {
        using var screen = Show(12, 1);
        _input.Text = "ab אבג cd";

        screen.Click(3, 0);
        _input.Caret.ShouldBe(5); // The gimel stands leftmost of the three.
        screen.Click(3, 0);

        (_input.Anchor, _input.Caret).ShouldBe((3, 6));
    }

    [Fact]
    public void Should_Select_All_By_A_Third_Click_And_Extend_By_Dragging()
    {
        using var screen = Show(12, 1);
        _input.Text = "one two";
        for (var i = 0; i < 3; i++)
            screen.Click(1, 0);

        (_input.Anchor, _input.Caret).ShouldBe((0, 7));

        screen.Advance(TimeSpan.FromSeconds(1));
        screen.Send(new MouseInput(1, 0, MouseButton.Left, MouseAction.Press, Modifiers.None));
        screen.Send(new MouseInput(5, 3, MouseButton.Left, MouseAction.Move, Modifiers.None));
        screen.Send(new MouseInput(5, 3, MouseButton.Left, MouseAction.Release, Modifiers.None));

        (_input.Anchor, _input.Caret).ShouldBe((1, 5));
    }

    [Fact]
    public void Should_Keep_A_Secret_From_The_Screen_And_The_Clipboard()
    {
        _input.IsSecret = true;
        using var screen = Show(12, 1);

        screen.Type("p😀 e\u0301");
        screen.ToText().ShouldBe("••••\n");
        screen.Press('a', Modifiers.Control);
        screen.Press('c', Modifiers.Control);
        screen.Clipboard.ShouldBeNull();

        screen.Press(Key.End);
        screen.Press(Key.Left);
        screen.Press(Key.Left);
        screen.Press(Key.Backspace);
        _input.Text.ShouldBe("p e\u0301");
        screen.Press(Key.Backspace, Modifiers.Control);
        _input.Text.ShouldBe(" e\u0301");
    }

    [Fact]
    public void Should_Tell_A_Problem_By_A_Sign_And_By_A_Sentence_Where_There_Is_Room()
    {
        _input.Problem = "no such day";
        using var screen = Show(14, 2);

        screen.Type("Feb 30");

        screen.ToText().ShouldBe("Feb 30       ✗\n✗ no such day\n");
    }

    [Fact]
    public void Should_Give_The_Text_On_Enter_And_Leave_What_It_Does_Not_Use()
    {
        using var screen = Show(10, 1);
        var unused = new List<Key>();
        ((WidgetScreen)_input.Screen!).UnusedKey = key =>
        {
            unused.Add(key.Key);
            return true;
        };

        screen.Type("a\n");
        screen.Press(Key.Escape);
        screen.Press(Key.Down);
        _input.Entered = null;
        screen.Press(Key.Enter);

        _entered.ShouldBe(["a"]);
        unused.ShouldBe([Key.Escape, Key.Down, Key.Enter]);
    }

    [Fact]
    public void Should_Change_Nothing_Where_It_Can_Only_Be_Read()
    {
        _input.Text = "abc";
        _input.IsReadOnly = true;
        using var screen = Show(10, 1);

        screen.Type("x");
        screen.Press(Key.Backspace);
        screen.Paste("y");

        _input.Text.ShouldBe("abc");
        _changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 3)]
    public void Should_Be_Usable_However_Small(int width, int height)
    {
        _theme = Theme.Plain.With(Glyphs.Ascii);
        _input.Problem = "too short";
        using var screen = Show(width, height);

        screen.Type("a😀ب");
        screen.Press(Key.Left);
        screen.Click(0, 0);

        _input.Text.ShouldBe("a😀ب");
        screen.Buffer.Cursor.IsVisible.ShouldBeTrue();
    }

    [Fact]
    public void Should_Undo_What_Was_Typed_Over_A_Selection_In_One_Step()
    {
        using var screen = Show(10, 1);
        _input.Text = "one";
        _input.SelectAll();

        screen.Type("ab");
        screen.Press('z', Modifiers.Control);

        (_input.Text, _input.Anchor, _input.Caret).ShouldBe(("one", 0, 3));
    }

    [Fact]
    public void Should_Lay_Out_No_More_Of_A_Million_Characters_Than_Changed()
    {
        // Given
        using var screen = Show(20, 1);
        screen.Paste(new string('æ', 1_000_000));
        _input.Caret = 500_000;
        screen.Settle();
        screen.Type("a");

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        screen.Type("b");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then: the text itself, and a part of it.
        allocated.ShouldBeLessThan(3_000_000);
        screen.ToText().ShouldContain("ab");
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _input.Text = "one אבג 😀";
        _input.Select(0, 5);
        using var screen = Show(30, 2);
        var canvas = new Canvas(screen.Buffer);
        var shown = _input.Screen!;
        for (var i = 0; i < 100; i++)
            shown.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        shown.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_input, _theme));
}
