namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class EditorProblemTests
{
    private readonly Editor _editor = new() { ShowsLineNumbers = true };

    [Fact]
    public void Should_Underline_It_Give_It_A_Sign_And_Say_It_Behind_The_Line_Of_The_Caret()
    {
        using var screen = Show(40, 3);

        screen.ToStyledText().ShouldBe(
            "✗   1 one two  ✗ no such thing\n!   2 three\n\n" +
            "---\na...a.....bbb..a.aaaaaaaaaaaaa\na...c.bb\n\n---\n" +
            "a default on default, Bold\nb default on default, Squiggle\nc default on default, Dim\ncursor 6,0 Bar\n");
    }

    [Fact]
    public void Should_Go_From_One_To_The_Next_And_Say_What_It_Is()
    {
        using var screen = Show(40, 7);

        screen.Press(Key.F8);
        _editor.Caret.ShouldBe(new TextPlace(0, 4));
        screen.ToText().ShouldContain("│✗ no such thing│");
        screen.Press(Key.F8);
        _editor.Caret.ShouldBe(new TextPlace(1, 0));
        screen.Press(Key.F8);
        _editor.Caret.ShouldBe(new TextPlace(0, 4));
        screen.Press(Key.F8, Modifiers.Shift);
        _editor.Caret.ShouldBe(new TextPlace(1, 0));
        screen.Press(Key.Escape);

        screen.ToText().ShouldNotContain("│");
    }

    [Fact]
    public void Should_Say_What_It_Is_When_Its_Sign_Is_Clicked()
    {
        using var screen = Show(40, 7);

        screen.Click(0, 1);

        screen.ToText().ShouldContain("│! perhaps│");
    }

    [Fact]
    public void Should_Move_With_The_Text()
    {
        using var screen = Show(40, 7);

        _editor.Document.Replace(default, "x\ny");

        _editor.Problems.Select(problem => problem.Range).ShouldBe([TextRange.InLine(1, 5, 8), TextRange.InLine(2, 0, 2)]);
    }

    [Fact]
    public void Should_Wrap_A_Long_Message_Over_The_Text()
    {
        _editor.Document = new TextDocument("x");
        _editor.Problems = [new TextProblem(TextRange.InLine(0, 0, 1), ProblemSeverity.Information, "one two three four five")];
        using var screen = new HeadlessScreen(20, 7, new WidgetScreen(_editor, Theme.Plain.With(Glyphs.Ascii)));

        screen.Press('i', Modifiers.Alt);

        screen.ToText().ShouldBe(
            "i   1 x  i one two t\n   +---------------+\n   |i one two three|\n   |four five      |\n   +---------------+\n\n\n");
    }

    private HeadlessScreen Show(int width, int height)
    {
        _editor.Document = new TextDocument("one two\nthree");
        _editor.Problems =
        [
            new TextProblem(TextRange.InLine(1, 0, 2), ProblemSeverity.Warning, "perhaps"),
            new TextProblem(TextRange.InLine(0, 4, 7), ProblemSeverity.Error, "no such thing"),
        ];
        return new HeadlessScreen(width, height, new WidgetScreen(_editor, Theme.Plain));
    }
}
