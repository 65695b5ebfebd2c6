namespace PluginHost.Terminal.Tests.Widgets.Editing.Documents;

public sealed class TextDocumentTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\nc", 3)]
    public void Should_Keep_Line_Ends_As_They_Were(string text, int lines)
    {
        var document = new TextDocument(text);

        (document.Text, document.LineCount).ShouldBe((text, lines));
    }

    [Fact]
    public void Should_Take_A_Return_By_Itself_For_A_Line_End() => new TextDocument("a\rb\r\nc").Text.ShouldBe("a\nb\nc");

    [Fact]
    public void Should_End_New_Lines_As_The_First_One_Ends()
    {
        new TextDocument("a\r\nb\n").NewLine.ShouldBe("\r\n");
        new TextDocument("a").NewLine.ShouldBe("\n");
    }

    [Fact]
    public void Should_Replace_Across_Lines_And_Tell_What_Was_Done()
    {
        var document = new TextDocument("one\ntwo\r\nthree");
        TextEdit? told = null;
        document.Edited += edit => told = edit;

        var edit = document.Replace(new TextRange(new TextPlace(0, 2), new TextPlace(2, 1)), "X\nY");

        document.Text.ShouldBe("onX\nYhree");
        told.ShouldBe(edit);
        (edit.Removed, edit.RemovedEnd, edit.InsertedEnd).ShouldBe(("e\ntwo\r\nt", new TextPlace(2, 1), new TextPlace(1, 1)));
        document.Version.ShouldBe(1);
    }

    [Fact]
    public void Should_Leave_Out_What_Lies_Outside()
    {
        var document = new TextDocument("ab");

        document.Replace(new TextRange(new TextPlace(-1, 0), new TextPlace(7, 9)), "c");

        document.Text.ShouldBe("c");
    }

    [Fact]
    public void Should_Know_Whether_It_Differs_From_What_Was_Saved()
    {
        var document = new TextDocument("a");
        document.IsChanged.ShouldBeFalse();
        document.Replace(default, "1");
        document.IsChanged.ShouldBeTrue();
        document.MarkSaved();
        document.IsChanged.ShouldBeFalse();
        document.Undo();
        document.IsChanged.ShouldBeTrue();
        document.Redo();
        document.IsChanged.ShouldBeFalse();
        document.Undo();
        document.Replace(default, "2");
        document.Undo();

        document.IsChanged.ShouldBeTrue();
    }

    [Fact]
    public void Should_Have_Nothing_To_Undo_At_First()
    {
        var document = new TextDocument("a");

        (document.Undo(), document.Redo(), document.CanUndo, document.CanRedo).ShouldBe((false, false, false, false));
    }

    [Fact]
    public void Should_Stay_Quick_With_A_Hundred_Thousand_Lines()
    {
        var document = new TextDocument(string.Join('\n', Enumerable.Range(0, 100_000)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            document.Replace(new TextRange(new TextPlace(i * 10, 0), new TextPlace(i * 10, 0)), i % 2 == 0 ? "x\n" : "y");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(6_000_000);
        document.LineCount.ShouldBe(100_050);
    }
}
