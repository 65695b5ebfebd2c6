namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class EditorSearchTests
{
    private readonly Editor _editor = new();

    [Fact]
    public void Should_Find_While_It_Is_Typed_And_Say_How_Often()
    {
        using var screen = Show(70, 5, "one\ntwo\nONE two");

        screen.Press('f', Modifiers.Control);
        screen.Type("two");

        _editor.SelectedText.ShouldBe("two");
        screen.ToText().ShouldBe(
            "one\ntwo\nONE two\n" +
            "Find    two                    1 of 2  Alt+C case Alt+W words\n" +
            "Replace                        Enter one  Alt+Enter all\n");
        screen.Press(Key.Enter);
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(2, 4, 7));
        screen.Press(Key.Enter);
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(1, 0, 3));
        screen.Press(Key.Up);
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(2, 4, 7));
        screen.Press(Key.Backspace);

        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(1, 0, 2));
    }

    [Fact]
    public void Should_Mark_What_It_Finds_And_Nothing_Once_It_Is_Closed()
    {
        using var screen = Show(12, 5, "one\ntwo one");
        screen.Press('f', Modifiers.Control);
        screen.Type("one");

        screen.ToStyledText().Split("---\n")[1].ShouldStartWith("aaa\n....bbb\n");
        screen.Press(Key.Escape);
        screen.ToStyledText().Split("---\n")[1].ShouldStartWith("aaa\n\n");

        _editor.IsFocused.ShouldBeTrue();
        screen.Press(Key.F3);
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(1, 4, 7));
        screen.Press(Key.F3, Modifiers.Shift);
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(0, 0, 3));
    }

    [Fact]
    public void Should_Find_Cased_And_Whole_Words_Where_It_Is_Asked_To()
    {
        using var screen = Show(70, 5, "One ones ONE one");
        screen.Press('f', Modifiers.Control);
        screen.Type("one");
        screen.ToText().ShouldContain("1 of 4");

        screen.Press('c', Modifiers.Alt);
        screen.ToText().ShouldContain("1 of 2  Alt+C [case]");
        screen.Press('w', Modifiers.Alt);

        screen.ToText().ShouldContain("1 of 1");
        _editor.Carets[0].Range.ShouldBe(TextRange.InLine(0, 13, 16));
    }

    [Fact]
    public void Should_Say_When_There_Is_None()
    {
        using var screen = Show(70, 5, "one");
        screen.Press('f', Modifiers.Control);
        screen.Type("x");

        screen.ToText().ShouldContain(" none ");
        _editor.Caret.ShouldBe(default);
    }

    [Fact]
    public void Should_Begin_With_What_Is_Selected()
    {
        using var screen = Show(70, 5, "one two");
        _editor.Select(TextRange.InLine(0, 4, 7));

        screen.Press('f', Modifiers.Control);

        screen.ToText().ShouldContain("Find    two");
    }

    [Fact]
    public void Should_Replace_One_After_The_Other_And_All_At_Once()
    {
        using var screen = Show(70, 6, "a1 a2 a3");
        screen.Press('f', Modifiers.Control);
        screen.Type("a");
        screen.Press(Key.Tab);
        screen.Type("bb");

        screen.Press(Key.Enter);
        _editor.Document.Text.ShouldBe("bb1 a2 a3");
        _editor.SelectedText.ShouldBe("a");
        screen.Press(Key.Enter, Modifiers.Alt);
        _editor.Document.Text.ShouldBe("bb1 bb2 bb3");
        screen.Press(Key.Escape);
        screen.Press('z', Modifiers.Control);

        _editor.Document.Text.ShouldBe("bb1 a2 a3");
    }

    [Fact]
    public void Should_Offer_No_Replacing_Where_The_Text_Can_Only_Be_Read()
    {
        _editor.IsReadOnly = true;
        using var screen = Show(70, 3, "one");

        screen.Press('f', Modifiers.Control);

        screen.ToText().ShouldNotContain("Replace");
    }

    [Fact]
    public void Should_Go_To_A_Line_And_Refuse_What_Is_None()
    {
        using var screen = Show(40, 5, string.Join('\n', Enumerable.Range(1, 100)));
        screen.Press('g', Modifiers.Control);
        screen.ToText().ShouldContain("Line 1 to 100, as in 12 or 12:5");
        screen.Type("x\n");
        screen.ToText().ShouldContain("✗");

        screen.Press(Key.Backspace);
        screen.Type("50:2\n");

        _editor.Caret.ShouldBe(new TextPlace(49, 1));
        screen.ToText().ShouldContain("50");
        _editor.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Leave_The_Text_Alone_While_A_Bar_Has_The_Keys()
    {
        using var screen = Show(40, 5, "one");
        screen.Press('f', Modifiers.Control);

        screen.Press(Key.PageDown);
        screen.Press('x', Modifiers.Control);
        screen.Press('/', Modifiers.Control);
        screen.Paste("two");

        _editor.Document.Text.ShouldBe("one");
        screen.ToText().ShouldContain("two");
    }

    private HeadlessScreen Show(int width, int height, string text)
    {
        _editor.Document = new TextDocument(text);
        return new HeadlessScreen(width, height, new WidgetScreen(_editor, Theme.Plain));
    }
}
