using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Widgets.Editing.Languages;

public sealed class LineLooksLaws
{
    private static readonly string[] Lines = ["/* a", "b */", "x", "\"\"\"", "$\"\"\" {", "} y", "@\"", "// z", ""];

    [Fact]
    public void Should_Look_After_Any_Changes_As_If_It_Were_New() => Prop.ForAll(
        Arb.From(Gen.Elements(Lines).ListOf()),
        Arb.From((
            from line in Gen.Choose(0, 12)
            from removed in Gen.Choose(0, 3)
            from inserted in Gen.Elements(Lines).ListOf()
            from reach in Gen.Choose(0, 15)
            select (line, removed, inserted, reach)).ListOf()),
        (lines, edits) =>
        {
            var document = new TextDocument(string.Join('\n', lines));
            var looks = new LineLooks(document, new CSharpScript());
            document.Edited += looks.OnEdited;
            foreach (var (line, removed, inserted, reach) in edits)
            {
                document.Replace(new TextRange(document.Nearest(new TextPlace(line, 0)), document.Nearest(new TextPlace(line + removed, 1))), string.Join('\n', inserted));
                looks.Reach(Math.Min(reach, document.LineCount - 1), 3);
            }

            looks.Reach(document.LineCount - 1, int.MaxValue);
            var anew = new LineLooks(document, new CSharpScript());
            anew.Reach(document.LineCount - 1, int.MaxValue);
            for (var line = 0; line < document.LineCount; line++)
                looks.Of(line).Spans.ShouldBe(anew.Of(line).Spans, $"line {line}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
