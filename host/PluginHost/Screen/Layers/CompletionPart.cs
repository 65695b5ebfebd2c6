using PluginHost.Screen.Bodies;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>What can be written at the caret, hanging from it, with what the selected one is beside it.</summary>
internal sealed class CompletionPart(Desk desk, CompletionLayer completion) : LayerPart(desk)
{
    private const int Columns = 60;
    private const int MostRows = 8;
    private int _top;

    /// <inheritdoc/>
    public override Layer Layer => completion;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var rows = Math.Clamp(completion.Items.Count, 1, MostRows) + (Description.Length > 0 ? 1 : 0);
        return Places.Near(screen, Caret(), Math.Min(Columns, screen.Width), rows + 2);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, "");
        var rows = Math.Max(0, inside.Height - (Description.Length > 0 ? 1 : 0));
        _top = Math.Clamp(_top, Math.Max(0, completion.Selected - rows + 1), Math.Max(0, completion.Selected));
        for (var y = 0; y < rows && _top + y < completion.Items.Count; y++)
            DrawItem(inside, y, _top + y);

        if (Description.Length > 0)
            inside.Write(new Rect(1, rows, inside.Width - 2, 1), RichLine.Of(Description, Roles.Dim), LayerLook(Roles.Dim), Theme);
    }

    private string Description => completion.Selected < completion.Items.Count ? completion.Items[completion.Selected].Description : "";

    private void DrawItem(Canvas inside, int y, int row)
    {
        var (item, look) = (completion.Items[row], LayerLook(Roles.Text));
        if (row == completion.Selected)
        {
            look = Canvas.Over(look, Theme[Roles.Selection]);
            inside.Fill(new Rect(0, y, inside.Width, 1), look);
        }

        var written = inside.Write(new Rect(1, y, inside.Width - 2, 1), item.Text, look, Theme);
        inside.Write(new Rect(written.Right + 2, y, inside.Width - written.Right - 3, 1), RichLine.Of(item.Detail, Roles.Dim), Alignment.End, look, Theme);
        Hit(new Rect(1, y + 1, inside.Width, 1), () => completion.Take(row));
    }

    private Rect Caret()
    {
        var frame = Desk.FrameOf(completion.View);
        return (frame.Body as EditorBody)?.CaretOnScreen ?? new Rect(frame.Area.X, frame.Area.Y, 1, 1);
    }
}
