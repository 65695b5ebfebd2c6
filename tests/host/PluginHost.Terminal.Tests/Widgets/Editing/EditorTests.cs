namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class EditorTests
{
    private readonly Editor _editor = new();
    private Theme _theme = Theme.Plain;

    [Fact]
    public void Should_Show_What_Is_Typed_And_Where_The_Caret_Is()
    {
        using var screen = Show(12, 3, "");

        screen.Type("one\ntwo");

        screen.ToText().ShouldBe("one\ntwo\n\n");
        screen.Buffer.Cursor.ShouldBe(new Cursor(3, 1, CursorShape.Bar));
        (_editor.Document.Text, _editor.Caret).ShouldBe(("one\ntwo", new TextPlace(1, 3)));
    }

    [Fact]
    public void Should_Hint_While_It_Is_Empty()
    {
        _editor.Hint = "Write";
        using var screen = Show(12, 2, "");
        screen.ToText().ShouldBe("Write\n\n");

        screen.Type("a");

        screen.ToText().ShouldBe("a\n\n");
    }

    [Fact]
    public void Should_Number_Lines_And_Show_How_Much_There_Is()
    {
        _editor.ShowsLineNumbers = true;
        using var screen = Show(12, 3, "a\nb\nc\nd\ne\nf");

        screen.ToText().ShouldBe("    1 a    █\n    2 b    │\n    3 c    │\n");
        screen.Press(Key.End, Modifiers.Control);

        screen.ToText().ShouldBe("    4 d    │\n    5 e    │\n    6 f    █\n");
    }

    [Theory]
    [InlineData(Key.Right, Modifiers.None, 0, 4)]
    [InlineData(Key.Left, Modifiers.None, 0, 2)]
    [InlineData(Key.Right, Modifiers.Control, 0, 5)]
    [InlineData(Key.Left, Modifiers.Control, 0, 2)]
    [InlineData(Key.Down, Modifiers.None, 1, 3)]
    [InlineData(Key.Up, Modifiers.None, 0, 0)]
    [InlineData(Key.Home, Modifiers.None, 0, 2)]
    [InlineData(Key.End, Modifiers.None, 0, 9)]
    [InlineData(Key.End, Modifiers.Control, 2, 1)]
    [InlineData(Key.Home, Modifiers.Control, 0, 0)]
    [InlineData(Key.PageDown, Modifiers.None, 1, 3)]
    public void Should_Move_The_Caret(Key key, Modifiers modifiers, int line, int column)
    {
        using var screen = Show(20, 2, "  one two\nthree\nx");
        _editor.Caret = new TextPlace(0, 3);

        screen.Press(key, modifiers);

        _editor.Caret.ShouldBe(new TextPlace(line, column));
    }

    [Fact]
    public void Should_Go_Home_Behind_The_Indentation_And_Then_To_The_Edge()
    {
        using var screen = Show(20, 2, "  one");
        _editor.Caret = new TextPlace(0, 4);

        var stops = Enumerable.Range(0, 3).Select(_ =>
        {
            screen.Press(Key.Home);
            return _editor.Caret.Column;
        });

        stops.ShouldBe([2, 0, 2]);
    }

    [Fact]
    public void Should_Keep_The_Column_While_It_Goes_Down_Through_A_Short_Line()
    {
        using var screen = Show(20, 3, "long line\nx\nlong line");
        _editor.Caret = new TextPlace(0, 6);

        screen.Press(Key.Down);
        _editor.Caret.ShouldBe(new TextPlace(1, 1));
        screen.Press(Key.Down);

        _editor.Caret.ShouldBe(new TextPlace(2, 6));
    }

    [Fact]
    public void Should_Go_From_Line_To_Line_By_The_Arrows_Whichever_Way_They_Run()
    {
        using var screen = Show(20, 3, "ab\nאב\ncd");
        _editor.Caret = new TextPlace(0, 1);
        var stops = new List<TextPlace>();

        foreach (var key in new[] { Key.Right, Key.Right, Key.Left, Key.Left, Key.Left, Key.Left, Key.Left })
        {
            screen.Press(key);
            stops.Add(_editor.Caret);
        }

        // In the second line, to the left is on.
        stops.ShouldBe([new(0, 2), new(1, 0), new(1, 1), new(1, 2), new(2, 0), new(1, 2), new(2, 0)]);
    }

    [Fact]
    public void Should_Set_Arabic_At_The_Right_Edge_And_Find_It_By_The_Mouse()
    {
        using var screen = Show(10, 3, "abc\nאבג\nx");

        screen.ToText().ShouldBe("abc\n       גבא\nx\n");
        screen.Click(8, 1);
        _editor.Caret.ShouldBe(new TextPlace(1, 1));
        screen.Buffer.Cursor.X.ShouldBe(8);
        screen.Press(Key.End);
        screen.Buffer.Cursor.X.ShouldBe(6);
        screen.Press(Key.Up);

        _editor.Caret.ShouldBe(new TextPlace(0, 3));
    }

    [Fact]
    public void Should_Hold_Code_From_Left_To_Right_Whatever_Its_Strings_Say()
    {
        _editor.Language = new CSharpScript();
        using var screen = Show(30, 2, "Say(\"אב גד\", 1); // הו");

        screen.ToText().ShouldBe("Say(\"דג בא\", 1); // וה\n\n");
        screen.Click(5, 0);

        _editor.Caret.ShouldBe(new TextPlace(0, 9));
    }

    [Fact]
    public void Should_Wrap_Sentences_And_Edit_Them_Row_By_Row()
    {
        _editor.WrapsLines = true;
        using var screen = Show(9, 4, "one two three");

        screen.ToText().ShouldBe("one two\nthree\n\n\n");
        screen.Press(Key.End);
        (_editor.Caret.Column, screen.Buffer.Cursor.X).ShouldBe((7, 7));
        screen.Press(Key.Right);
        (_editor.Caret.Column, screen.Buffer.Cursor.Y).ShouldBe((8, 1));
        screen.Press(Key.Up);
        _editor.Caret.Column.ShouldBe(0);
        screen.Press(Key.Down);
        screen.Press(Key.Left);
        _editor.Caret.Column.ShouldBe(7);
        screen.Press(Key.Backspace);

        _editor.Document.Text.ShouldBe("one tw three");
    }

    [Fact]
    public void Should_Wrap_Arabic_From_The_Right_Edge()
    {
        _editor.WrapsLines = true;
        using var screen = Show(8, 3, "אבג דהו זחט");

        screen.ToText().ShouldBe(" והד גבא\n     טחז\n\n");
        screen.Press(Key.Down);
        _editor.Caret.Column.ShouldBe(8);
        screen.Buffer.Cursor.X.ShouldBe(7);
    }

    [Fact]
    public void Should_Switch_Wrapping()
    {
        using var screen = Show(9, 2, "one two three");
        screen.ToText().ShouldBe("one two t\n\n");

        screen.Press('z', Modifiers.Alt);

        screen.ToText().ShouldBe("one two\nthree\n");
    }

    [Fact]
    public void Should_Scroll_Aside_To_Keep_The_Caret_In_Sight()
    {
        using var screen = Show(6, 2, "abcdefghij\nx");

        screen.Press(Key.End);
        screen.ToText().ShouldBe("fghij\n\n");
        screen.Press(Key.Down);

        screen.ToText().ShouldBe("abcdef\nx\n");
    }

    [Fact]
    public void Should_Select_By_Keys_And_Show_It_To_The_End_Of_The_Line()
    {
        using var screen = Show(6, 2, "ab\ncd");

        screen.Press(Key.Right);
        screen.Press(Key.Down, Modifiers.Shift);

        _editor.SelectedText.ShouldBe("b\nc");
        screen.ToStyledText().ShouldBe("ab\ncd\n---\n.aa\na\n---\na default on default, Reverse\ncursor 1,1 Bar\n");
    }

    [Fact]
    public void Should_Select_By_The_Mouse_Words_And_Lines()
    {
        using var screen = Show(20, 3, "one two\nthree\nx");
        Click(screen, 5, 0, 2);
        _editor.SelectedText.ShouldBe("two");

        screen.Advance(TimeSpan.FromSeconds(1));
        Click(screen, 1, 1, 3);
        _editor.SelectedText.ShouldBe("three\n");

        screen.Press('a', Modifiers.Control);
        _editor.SelectedText.ShouldBe("one two\nthree\nx");
    }

    [Fact]
    public void Should_Drag_By_Words_After_A_Double_Click()
    {
        using var screen = Show(20, 1, "one two three");
        Click(screen, 5, 0, 1);
        screen.Send(Mouse(5, 0, MouseAction.Press));
        screen.Send(Mouse(9, 0, MouseAction.Move));
        _editor.SelectedText.ShouldBe("two three");
        screen.Send(Mouse(1, 0, MouseAction.Move));

        _editor.SelectedText.ShouldBe("one two");
    }

    [Fact]
    public void Should_Scroll_On_While_The_Mouse_Is_Held_Below()
    {
        using var screen = Show(5, 2, "0\n1\n2\n3\n4\n5\n6\n7");
        screen.Send(Mouse(0, 0, MouseAction.Press));
        screen.Send(Mouse(0, 3, MouseAction.Move));
        var first = _editor.Caret.Line;

        screen.Advance(TimeSpan.FromMilliseconds(200));
        _editor.Caret.Line.ShouldBeGreaterThan(first);
        screen.Send(Mouse(0, 3, MouseAction.Release));
        var last = _editor.Caret.Line;
        screen.Advance(TimeSpan.FromSeconds(5));

        _editor.Caret.Line.ShouldBe(last);
    }

    [Fact]
    public void Should_Scroll_By_The_Wheel_And_Come_Back_By_A_Key()
    {
        using var screen = Show(5, 2, "0\n1\n2\n3\n4\n5");
        screen.Send(new MouseInput(0, 0, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));
        screen.ToText().ShouldBe("3   █\n4   │\n");
        screen.Buffer.Cursor.IsVisible.ShouldBeFalse();

        screen.Press(Key.Right);

        screen.ToText().ShouldBe("0   █\n1   │\n");
    }

    [Fact]
    public void Should_Undo_Runs_Of_Typing_And_Put_The_Caret_Back()
    {
        using var screen = Show(20, 2, "x");
        screen.Type("ab");
        screen.Advance(TimeSpan.FromSeconds(2));
        screen.Type("c");
        screen.Press(Key.End);
        screen.Paste("1\n2");
        _editor.Document.Text.ShouldBe("abcx1\n2");

        Undo(screen).ShouldBe(("abcx", new TextPlace(0, 4)));
        Undo(screen).ShouldBe(("abx", new TextPlace(0, 2)));
        Undo(screen).ShouldBe(("x", new TextPlace(0, 0)));
        screen.Press('y', Modifiers.Control);

        (_editor.Document.Text, _editor.Caret).ShouldBe(("abx", new TextPlace(0, 2)));
    }

    [Theory]
    [InlineData("ab👨‍👩‍👧", "ab")]
    [InlineData("ae\u0301", "a")]
    [InlineData("a\n", "a")]
    [InlineData("    ", "   ")]
    public void Should_Delete_Whole_Clusters_And_Line_Ends(string text, string left)
    {
        using var screen = Show(20, 3, text);
        screen.Press(Key.End, Modifiers.Control);

        screen.Press(Key.Backspace);

        _editor.Document.Text.ShouldBe(left);
    }

    [Fact]
    public void Should_Delete_Words()
    {
        using var screen = Show(20, 3, "one two three");
        _editor.Caret = new TextPlace(0, 7);

        screen.Press(Key.Backspace, Modifiers.Control);
        screen.Press(Key.Delete, Modifiers.Control);

        _editor.Document.Text.ShouldBe("one ");
    }

    [Fact]
    public void Should_Keep_The_Line_Ends_Of_The_Text_It_Edits()
    {
        using var screen = Show(20, 3, "a\r\nb");

        screen.Type("\n");
        screen.Paste("1\n2");

        _editor.Document.Text.ShouldBe("\r\n1\r\n2a\r\nb");
    }

    [Fact]
    public void Should_Copy_And_Cut_The_Line_Where_Nothing_Is_Selected()
    {
        using var screen = Show(20, 3, "one\ntwo");
        screen.Press('c', Modifiers.Control);
        screen.Clipboard.ShouldBe("one\n");

        screen.Press('x', Modifiers.Control);
        _editor.Document.Text.ShouldBe("two");
        screen.Press('v', Modifiers.Control);

        _editor.Document.Text.ShouldBe("one\ntwo");
    }

    [Fact]
    public void Should_Say_When_The_Clipboard_Does_Not_Take_It()
    {
        var refused = 0;
        _editor.CopyRefused = text => refused = text.Length;
        using var screen = Show(20, 3, new string('x', 90_000));

        screen.Press('a', Modifiers.Control);
        screen.Press('c', Modifiers.Control);

        refused.ShouldBe(90_000);
    }

    [Fact]
    public void Should_Indent_New_Lines_As_The_Line_Before_And_More_Behind_A_Bracket()
    {
        _editor.Language = new CSharpScript();
        using var screen = Show(20, 6, "");

        screen.Type("  if (x)\n{\ny\n}");

        _editor.Document.Text.ShouldBe("  if (x)\n  {\n      y\n  }");
    }

    [Fact]
    public void Should_Indent_And_Outdent_Lines()
    {
        using var screen = Show(20, 6, "a\n\n  b\nc");
        _editor.Select(new TextRange(new TextPlace(0, 0), new TextPlace(3, 0)));

        screen.Press(Key.Tab);
        _editor.Document.Text.ShouldBe("    a\n\n      b\nc");
        screen.Press(Key.Tab, Modifiers.Shift);
        screen.Press(Key.Tab, Modifiers.Shift);

        _editor.Document.Text.ShouldBe("a\n\nb\nc");
    }

    [Fact]
    public void Should_Leave_Tab_Where_It_Is_Told_To()
    {
        _editor.TakesTab = false;
        using var screen = Show(20, 6, "a");

        screen.Press(Key.Tab);

        _editor.Document.Text.ShouldBe("a");
    }

    [Fact]
    public void Should_Move_And_Duplicate_Lines()
    {
        using var screen = Show(20, 6, "a\nb\nc");
        _editor.Caret = new TextPlace(1, 1);

        screen.Press(Key.Down, Modifiers.Alt);
        _editor.Document.Text.ShouldBe("a\nc\nb");
        screen.Press(Key.Down, Modifiers.Alt);
        screen.Press(Key.Up, Modifiers.Alt);
        screen.Press(Key.Up, Modifiers.Alt);
        (_editor.Document.Text, _editor.Caret).ShouldBe(("b\na\nc", new TextPlace(0, 1)));
        screen.Press(Key.Down, Modifiers.Alt | Modifiers.Shift);

        (_editor.Document.Text, _editor.Caret).ShouldBe(("b\nb\na\nc", new TextPlace(1, 1)));
    }

    [Fact]
    public void Should_Comment_Lines_And_Take_It_Back()
    {
        _editor.Language = new CSharpScript();
        using var screen = Show(20, 6, "  a\n\n    b");
        screen.Press('a', Modifiers.Control);

        screen.Press('/', Modifiers.Control);
        _editor.Document.Text.ShouldBe("  // a\n\n  //   b");
        screen.Press('_', Modifiers.Control);

        _editor.Document.Text.ShouldBe("  a\n\n    b");
    }

    [Fact]
    public void Should_Edit_At_Several_Carets_At_Once()
    {
        using var screen = Show(20, 3, "one two one\none");
        screen.Press('d', Modifiers.Control);
        screen.Press('d', Modifiers.Control);
        screen.Press('d', Modifiers.Control);

        screen.Type("xy");
        _editor.Document.Text.ShouldBe("xy two xy\nxy");
        screen.Press(Key.Backspace);
        _editor.Document.Text.ShouldBe("x two x\nx");
        screen.Press(Key.Escape);
        _editor.Carets.Count.ShouldBe(1);
        for (var i = 0; i < 3; i++)
            screen.Press('z', Modifiers.Control);

        _editor.Document.Text.ShouldBe("one two one\none");
        _editor.Carets.Count.ShouldBe(3);
    }

    [Fact]
    public void Should_Add_Carets_By_Alt_And_A_Click_And_Show_Them()
    {
        using var screen = Show(20, 3, "abc\ndef");
        screen.Send(new MouseInput(1, 1, MouseButton.Left, MouseAction.Press, Modifiers.Alt));

        _editor.Carets.Select(caret => caret.Place).ShouldBe([new TextPlace(0, 0), new TextPlace(1, 1)]);
        screen.ToStyledText().ShouldContain("---\na\n\n\n---\na default on default, Reverse\ncursor 1,1");
    }

    [Fact]
    public void Should_Change_Nothing_Where_It_Can_Only_Be_Read()
    {
        _editor.IsReadOnly = true;
        _editor.Language = new CSharpScript();
        using var screen = Show(20, 3, "abc\ndef");

        screen.Type("x\n");
        screen.Paste("y");
        screen.Press(Key.Delete);
        screen.Press(Key.Down, Modifiers.Alt);
        screen.Press('/', Modifiers.Control);
        screen.Press('x', Modifiers.Control);

        _editor.Document.Text.ShouldBe("abc\ndef");
        screen.Clipboard.ShouldBe("abc\n");
    }

    [Fact]
    public void Should_Mark_Brackets_That_Belong_Together()
    {
        _editor.Language = new CSharpScript();
        using var screen = Show(20, 2, "(\")\" + 1)");

        screen.ToStyledText().ShouldContain("---\na.......a\n");
        screen.Press(Key.End);

        screen.ToStyledText().ShouldContain("---\na.......a\n");
    }

    [Fact]
    public void Should_Follow_What_Another_Editor_Does_To_The_Same_Document()
    {
        using var screen = Show(20, 3, "abc");
        _editor.Caret = new TextPlace(0, 2);

        _editor.Document.Replace(default, "1\n2");

        _editor.Caret.ShouldBe(new TextPlace(1, 3));
    }

    [Fact]
    public void Should_Draw_Hostile_Text_As_Marks()
    {
        using var screen = Show(20, 1, "a\e[31m\u202Eb");

        screen.ToText().ShouldBe("a␛[31m⇄b\n");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public void Should_Be_Usable_However_Small(int width, int height)
    {
        _theme = Theme.Plain.With(Glyphs.Ascii);
        _editor.ShowsLineNumbers = true;
        _editor.WrapsLines = true;
        _editor.Problems = [new TextProblem(TextRange.InLine(0, 0, 1), ProblemSeverity.Error, "no")];
        using var screen = Show(width, height, "one 😀\nאב\nthree");

        screen.Press(Key.Down);
        screen.Type("x");
        screen.Press('f', Modifiers.Control);
        screen.Type("x");
        screen.Press(Key.Escape);
        screen.Press('g', Modifiers.Control);
        screen.Press(Key.Escape);
        screen.Click(0, 0);
        screen.Press(Key.Escape);

        _editor.Document.Text.ShouldContain("x");
        screen.Resize(40, 10);
        screen.ToText().ShouldContain("three");
    }

    private static (string Text, TextPlace Caret) Undo(HeadlessScreen screen, Editor editor)
    {
        screen.Press('z', Modifiers.Control);
        return (editor.Document.Text, editor.Caret);
    }

    private (string Text, TextPlace Caret) Undo(HeadlessScreen screen) => Undo(screen, _editor);

    private static void Click(HeadlessScreen screen, int x, int y, int clicks)
    {
        for (var i = 0; i < clicks; i++)
            screen.Click(x, y);
    }

    private static MouseInput Mouse(int x, int y, MouseAction action) => new(x, y, MouseButton.Left, action, Modifiers.None);

    private HeadlessScreen Show(int width, int height, string text)
    {
        var problems = _editor.Problems;
        _editor.Document = new TextDocument(text);
        _editor.Problems = problems;
        var screen = new HeadlessScreen(width, height, new WidgetScreen(_editor, _theme)) { Text = new TextOptions { ShapeArabic = false } };
        screen.Settle();
        return screen;
    }
}
