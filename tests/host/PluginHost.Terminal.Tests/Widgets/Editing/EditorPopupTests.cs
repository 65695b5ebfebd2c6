namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class EditorPopupTests
{
    private static readonly CompletionItem[] Items =
    [
        new("ForText") { Note = "a line", Details = ["Asks the person at the screen."] },
        new("ForChoice") { Text = "ForChoice()" },
        new("ForConfirm"),
        new("Other"),
    ];

    private readonly Editor _editor = new();

    [Fact]
    public void Should_Ask_At_A_Trigger_And_Show_The_Items_With_Details_Beside_Them()
    {
        var source = new FakeSource();
        using var screen = Show(44, 7, source);
        screen.Type("Ask.");
        source.Asked.ShouldBe([new TextPlace(0, 4)]);

        Answer(screen, source);

        screen.ToText().ShouldBe(
            "Ask.\n" +
            "  ╭────────────────╮╭──────────────────────╮\n" +
            "  │▸ForText  a line││Asks the person at the│\n" +
            "  │ ForChoice      ││screen.               │\n" +
            "  │ ForConfirm     │╰──────────────────────╯\n" +
            "  │ Other          │\n" +
            "  ╰────────────────╯\n");
        screen.Buffer.Cursor.ShouldBe(new Cursor(4, 0, CursorShape.Bar));
        _editor.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Narrow_While_It_Is_Typed_And_Take_With_Tab()
    {
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type("x = Ask.");
        Answer(screen, source);

        screen.Type("fc");
        screen.ToText().ShouldNotContain("ForText");
        screen.ToText().ShouldContain("▸ForChoice");
        screen.Press(Key.Tab);

        _editor.Document.Text.ShouldBe("x = Ask.ForChoice()");
        screen.ToText().ShouldNotContain("╭");
        source.Asked.Count.ShouldBe(1);
        screen.Press('z', Modifiers.Control);
        _editor.Document.Text.ShouldBe("x = Ask.fc");
    }

    [Fact]
    public void Should_Choose_By_Arrows_And_By_The_Mouse()
    {
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type(".");
        Answer(screen, source);

        screen.Press(Key.Down);
        screen.ToText().ShouldContain("▸ForChoice");
        screen.Click(3, 4);
        screen.ToText().ShouldContain("▸ForConfirm");
        screen.Click(3, 4);

        _editor.Document.Text.ShouldBe(".ForConfirm");
        _editor.IsFocused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("zz")]
    public void Should_Close_When_Nothing_Fits_Or_The_Word_Ends(string typed)
    {
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type(".");
        Answer(screen, source);

        screen.Type(typed);

        screen.ToText().ShouldNotContain("╭");
    }

    [Fact]
    public void Should_Close_On_Escape_And_When_The_Caret_Leaves()
    {
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type(".");
        Answer(screen, source);
        screen.Press(Key.Escape);
        screen.ToText().ShouldNotContain("╭");

        screen.Press(' ', Modifiers.Control);
        screen.Settle();
        screen.ToText().ShouldContain("ForText");
        screen.Press(Key.Left);

        screen.ToText().ShouldNotContain("╭");
    }

    [Fact]
    public void Should_Want_No_Answer_For_A_Place_That_Was_Left()
    {
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type(".");

        screen.Press(Key.Home);
        source.Cancel.IsCancellationRequested.ShouldBeTrue();
        Answer(screen, source);

        screen.ToText().ShouldNotContain("╭");
    }

    [Fact]
    public void Should_Hand_On_What_A_Source_Throws()
    {
        var failures = new List<Exception>();
        _editor.SourceFailed = failures.Add;
        var source = new FakeSource();
        using var screen = Show(50, 8, source);
        screen.Type(".");

        source.Items.SetException(new InvalidOperationException("broken"));
        screen.Settle();

        failures.ShouldHaveSingleItem().Message.ShouldBe("broken");
    }

    [Fact]
    public void Should_Stay_On_The_Screen_At_Its_Lower_Right_Corner()
    {
        var source = new FakeSource();
        using var screen = Show(24, 7, source);
        screen.Type("\n\n\n\n\n                    .");

        Answer(screen, source);

        screen.ToText().ShouldBe(
            "      ╭────────────────╮\n" +
            "      │▸ForText  a line│\n" +
            "      │ ForChoice      │\n" +
            "      │ ForConfirm     │\n" +
            "      ╰────────────────╯\n" +
            "                    .\n\n");
    }

    [Fact]
    public void Should_Tell_How_Something_Is_Called_While_The_Caret_Is_Within_The_Brackets()
    {
        var source = new FakeSource { Call = before => before.Count(c => c == '(') > before.Count(c => c == ')') ? ["Say(text)"] : [] };
        using var screen = Show(30, 6, source);
        screen.Type("\n\n\n  Say");

        screen.Type("(");
        screen.Settle();
        screen.ToText().ShouldBe("     ╭─────────╮\n     │Say(text)│\n     ╰─────────╯\n  Say(\n\n\n".Replace("     ", "      ", StringComparison.Ordinal));
        screen.Type("1");
        screen.ToText().ShouldContain("Say(text)");
        screen.Type(")");

        screen.ToText().ShouldNotContain("╭");
    }

    [Fact]
    public void Should_Explain_What_Stands_At_The_Caret()
    {
        var source = new FakeSource { Explanation = ["a word"] };
        using var screen = Show(30, 6, source);
        screen.Type("x");

        screen.Press('i', Modifiers.Alt);
        screen.ToText().ShouldContain("│a word│");
        screen.Press(Key.Left);

        screen.ToText().ShouldNotContain("│");
    }

    private static void Answer(HeadlessScreen screen, FakeSource source)
    {
        source.Items.SetResult(Items);
        screen.Settle();
    }

    private HeadlessScreen Show(int width, int height, FakeSource source)
    {
        (_editor.Completions, _editor.Explainer, _editor.Language) = (source, source, new CSharpScript());
        return new HeadlessScreen(width, height, new WidgetScreen(_editor, Theme.Plain));
    }
}
