using FsCheck;
using FsCheck.Fluent;
using PluginHost.Terminal.Tests.Text;

namespace PluginHost.Terminal.Tests.Widgets.Editing;

public sealed class DocumentViewLaws
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Should_Lead_A_Caret_To_A_Cell_And_Back() => Holds((editor, view) =>
    {
        for (var line = 0; line < view.Document.LineCount; line++)
        {
            var rows = view.RowsOf(line);
            for (var row = 0; row < rows.Count; row++)
            {
                foreach (var part in rows.Parts(row))
                {
                    foreach (var cluster in part.Line)
                    {
                        if (cluster.Width == 0)
                            continue;

                        var column = part.Offset + cluster.Index;
                        var place = view.PlaceAt((line, row), view.ScreenX(rows, part.X + cluster.Column));
                        place.ShouldBe(new TextPlace(line, column));
                        rows.RowOf(column).ShouldBe(row);
                    }
                }
            }
        }
    });

    [Fact]
    public void Should_Come_To_The_End_By_Arrows_And_Back_To_The_Start() => Holds((editor, view) =>
    {
        var most = view.Document.Text.Length + (view.Document.LineCount * 2) + 2;
        for (var i = 0; i < most && editor.Caret != view.Document.End; i++)
            editor.OnKey(Arrow(view, editor, true));

        editor.Caret.ShouldBe(view.Document.End);
        for (var i = 0; i < most && editor.Caret.Line > 0; i++)
            editor.OnKey(Arrow(view, editor, false));

        editor.Caret.Line.ShouldBe(0);
    });

    private static KeyInput Arrow(DocumentView view, Editor editor, bool isForward)
    {
        var pointsOn = view.RowsOf(editor.Caret.Line).IsForward(editor.Caret.Column, 1);
        return new KeyInput(pointsOn == isForward ? Key.Right : Key.Left, "", Modifiers.None);
    }

    private static void Holds(Action<Editor, DocumentView> law) => Prop.ForAll(AnyText.Fields, Arb.From(Gen.Choose(0, 9)), (field, width) =>
    {
        var editor = new Editor(new TextDocument(field.Text)) { WrapsLines = width > 1, Direction = field.Direction };
        using var screen = new HeadlessScreen(Math.Max(2, width), 4, new WidgetScreen(editor, Theme.Plain)) { Text = field.Options };
        screen.Settle();
        law(editor, editor.View);
    }).Check(Often);
}
