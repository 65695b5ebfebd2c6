using System.Text;

namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class EditorCostTests
{
    private readonly Editor _editor = new() { Language = new CSharpScript(), ShowsLineNumbers = true };

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        // Given
        using var screen = Show(string.Join('\n', Enumerable.Range(0, 200).Select(i => $"    var x{i} = Say(\"one {i} אבג 😀\"); // why")));
        _editor.Select(new TextRange(new TextPlace(1, 3), new TextPlace(4, 8)));
        _editor.Problems = [new TextProblem(TextRange.InLine(4, 0, 9), ProblemSeverity.Error, "no such thing")];
        screen.Press('f', Modifiers.Control);
        screen.Type("x1");
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 60; i++)
            _editor.Screen!.Draw(canvas);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        _editor.Screen!.Draw(canvas);

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Should_Send_And_Allocate_Little_For_A_Typed_Character()
    {
        // Given
        using var screen = Show(string.Join('\n', Enumerable.Range(0, 100_000).Select(i => $"    var x{i} = Say({i});")));
        _editor.Caret = new TextPlace(20, 60);
        screen.Type("ab");
        var last = Copy(screen.Buffer);
        using var encoder = new FrameEncoder(screen.Buffer.Glyphs, screen.Buffer.Links, TerminalCapabilities.Full);
        encoder.EncodeWhole(new CellBuffer(160, 45, screen.Buffer.Glyphs, screen.Buffer.Links), last);
        var key = new KeyInput(Key.Character, "c", Modifiers.None);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        screen.Send(key);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var sent = encoder.Encode(last, screen.Buffer);

        // Then
        sent.Length.ShouldBeLessThanOrEqualTo(100, Encoding.UTF8.GetString(sent));
        allocated.ShouldBeLessThan(6_000);
    }

    [Fact]
    public void Should_Lay_Out_No_More_Of_A_Line_Of_A_Million_Characters_Than_Changed()
    {
        // Given
        _editor.Language = null;
        using var screen = Show(new string('æ', 1_000_000));
        _editor.Caret = new TextPlace(0, 500_000);
        screen.Type("ab");

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        screen.Type("c");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then: the line itself, and some rows of it.
        allocated.ShouldBeLessThan(3_000_000);
        screen.ToText().ShouldContain("abc");
        _editor.Caret.ShouldBe(new TextPlace(0, 500_003));
    }

    [Fact]
    public void Should_Go_Through_A_Line_Of_A_Million_Characters()
    {
        _editor.Language = null;
        _editor.WrapsLines = true;
        using var screen = Show(string.Concat(Enumerable.Repeat("one אבג three 😀 ", 60_000)));

        screen.Press(Key.End, Modifiers.Control);
        screen.Type("x");
        screen.Press(Key.Up);
        screen.Press(Key.PageUp);
        screen.Press(Key.Home, Modifiers.Control);
        screen.Press(Key.Down);

        _editor.Caret.Line.ShouldBe(0);
        _editor.Caret.Column.ShouldBeInRange(100, 160);
        _editor.Document.Line(0).ShouldEndWith("x");
    }

    [Fact]
    public void Should_Give_Lines_Far_Down_Their_Looks_In_The_Frames_That_Follow()
    {
        using var screen = Show("/*\n" + string.Join('\n', Enumerable.Repeat("x", 20_000)) + "\n*/");

        screen.Press(Key.End, Modifiers.Control);
        var frames = screen.FrameCount;

        // One after the other, each with some thousand lines: a key between two would be answered.
        for (var i = 0; i < 10; i++)
            screen.Settle();

        screen.FrameCount.ShouldBeGreaterThan(frames);
        screen.Buffer.Row(10)[6].Style.Attributes.ShouldBe(Attributes.Dim);
    }

    private static CellBuffer Copy(CellBuffer buffer)
    {
        var copy = new CellBuffer(buffer.Width, buffer.Height, buffer.Glyphs, buffer.Links);
        for (var y = 0; y < buffer.Height; y++)
            buffer.Row(y).CopyTo(copy.Row(y));

        copy.Cursor = buffer.Cursor;
        return copy;
    }

    private HeadlessScreen Show(string text)
    {
        _editor.Document = new TextDocument(text);
        return new HeadlessScreen(160, 45, new WidgetScreen(_editor, Theme.Plain));
    }
}
