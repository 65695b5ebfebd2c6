using PluginHost.Sdk;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Editing;

public sealed class EditorModelTests
{
    private readonly EditorModel _editor = new();
    private CommandCall? _called;

    public EditorModelTests() => _editor.Run = call => _called = call;

    [Fact]
    public void Should_Write_Where_The_Caret_Is()
    {
        Take("one\ntwo");

        Press("down", "end");
        Type("!");

        _editor.Text.ShouldBe("one\ntwo!");
        _editor.IsChanged.ShouldBeTrue();
    }

    [Fact]
    public void Should_Never_Cut_A_Cluster()
    {
        Take("a👨‍👩‍👧é");
        Press("end", "left", "left", "delete");

        _editor.Text.ShouldBe("aé");
    }

    [Fact]
    public void Should_Undo_What_Was_Typed_Together_And_Do_It_Again()
    {
        Take("");
        Type("one");
        Type(" ");
        Type("two");

        Press("ctrl+z");
        _editor.Text.ShouldBe("one");
        Press("ctrl+z", "ctrl+z", "ctrl+z");
        _editor.Text.ShouldBe("");
        Press("ctrl+y", "ctrl+y", "ctrl+y");
        _editor.Text.ShouldBe("one two");
    }

    [Fact]
    public void Should_Undo_An_Edit_Over_Several_Lines()
    {
        Take("one\ntwo\nthree");
        Press("ctrl+a");
        _editor.OnPaste("a\r\nb");
        _editor.Text.ShouldBe("a\nb");

        Press("ctrl+z");

        _editor.Text.ShouldBe("one\ntwo\nthree");
        _editor.IsChanged.ShouldBeFalse();
    }

    [Fact]
    public void Should_Keep_Its_Column_Over_A_Short_Line()
    {
        Take("long line\nx\nlong line");
        Press("end", "down", "down");

        _editor.Caret.ShouldBe(new TextPlace(2, 9));
    }

    [Fact]
    public void Should_Keep_What_The_Person_Wrote_When_A_Snapshot_Comes()
    {
        Take("one");
        Type("my ");

        Take("another");

        _editor.Text.ShouldBe("my one");
    }

    [Fact]
    public void Should_Take_A_Snapshot_When_Nothing_Is_Unsaved()
    {
        Take("one");

        Take("another");

        _editor.Text.ShouldBe("another");
    }

    [Fact]
    public void Should_Save_By_The_Command_Of_The_View()
    {
        Take("one");
        Type("x");

        _editor.Save();

        _called.ShouldNotBeNull().Arguments["text"].ToString().ShouldBe("xone");
        _editor.NoteSaved("xone");
        _editor.IsChanged.ShouldBeFalse();
    }

    [Fact]
    public void Should_Only_Be_Read_When_There_Is_No_Command_To_Save()
    {
        _editor.TryTake(new EditorView { Text = "one" });

        Type("x");
        _editor.OnPaste("x");

        _editor.Text.ShouldBe("one");
    }

    private void Take(string text) => _editor.TryTake(new EditorView { Text = text, SaveCommand = "acme.save" }).ShouldBeTrue();

    private void Type(string text)
    {
        foreach (var letter in text)
            _editor.OnKey(KeyPress.Typed(letter.ToString(), KeyModifiers.None), letter.ToString());
    }

    private void Press(params string[] keys)
    {
        foreach (var key in keys)
            _editor.OnKey(KeyChord.TryParse(key, out _)!.Presses[0], "");
    }
}
