using FsCheck;
using FsCheck.Fluent;
using PluginHost.Terminal.Tests.Text;

namespace PluginHost.Terminal.Tests.Widgets.Editing.Documents;

public sealed class TextDocumentLaws
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Arbitrary<(string Text, (int, int, int, int, string)[] Edits)> Histories = Arb.From(
        from text in Texts()
        from edits in (
            from line in Gen.Choose(0, 6)
            from column in Gen.Choose(0, 12)
            from lines in Gen.Choose(0, 2)
            from columns in Gen.Choose(0, 6)
            from inserted in Texts()
            select (line, column, lines, columns, inserted)).ListOf()
        select (text, edits.ToArray()));

    [Fact]
    public void Should_Be_As_Before_When_All_Is_Undone_And_As_After_When_All_Is_Redone() => Prop.ForAll(Histories, history =>
    {
        var document = new TextDocument(history.Text);
        var original = document.Text;
        var texts = new List<string>();
        foreach (var edit in history.Edits)
        {
            Replace(document, edit);
            texts.Add(document.Text);
        }

        for (var i = texts.Count - 1; i >= 0; i--)
        {
            document.Text.ShouldBe(texts[i]);
            document.Undo().ShouldBeTrue();
        }

        document.Text.ShouldBe(original);
        document.Undo().ShouldBeFalse();
        foreach (var text in texts)
        {
            document.Redo().ShouldBeTrue();
            document.Text.ShouldBe(text);
        }
    }).Check(Often);

    [Fact]
    public void Should_Do_To_Lines_What_Would_Be_Done_To_One_Text() => Prop.ForAll(Histories, history =>
    {
        var document = new TextDocument(history.Text);
        foreach (var edit in history.Edits)
        {
            var (before, head) = (document.Text, document.TextOf(new TextRange(default, document.Nearest(new TextPlace(edit.Item1, edit.Item2)))));

            var done = Replace(document, edit);

            document.Text.ShouldBe(head + done.Inserted + before[(head.Length + done.Removed.Length)..]);
            new TextDocument(document.Text).LineCount.ShouldBe(document.LineCount);
        }
    }).Check(Often);

    [Fact]
    public void Should_Move_A_Place_With_The_Text_Behind_It() => Prop.ForAll(Histories, history =>
    {
        var document = new TextDocument(history.Text);
        foreach (var edit in history.Edits)
        {
            var behind = document.Nearest(new TextPlace(edit.Item1 + edit.Item3 + 1, edit.Item2));
            var rest = document.TextOf(new TextRange(behind, document.End));

            var done = Replace(document, edit);

            if (behind >= done.RemovedEnd)
                document.TextOf(new TextRange(done.Moved(behind), document.End)).ShouldBe(rest);
        }
    }).Check(Often);

    private static TextEdit Replace(TextDocument document, (int Line, int Column, int Lines, int Columns, string Text) edit)
    {
        var start = document.Nearest(new TextPlace(edit.Line, edit.Column));
        var end = document.Nearest(new TextPlace(start.Line + edit.Lines, start.Column + edit.Columns));
        return document.Replace(TextRange.Between(start, end), edit.Text);
    }

    private static Gen<string> Texts() => Gen.Elements("a", "b ", "\n", "\r\n", "\r", "سلام", "😀", "e\u0301", "\t").ListOf().Select(string.Concat);
}
