using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>A tree: each row under its parent, with a sign where something lies below.</summary>
internal sealed class TreeBody(Desk desk, OpenView view, TreeModel model) : RowsBody(desk, view, model)
{
    private const int Indent = 2;

    protected override void DrawRow(Canvas canvas, int row, Style style)
    {
        var item = model.Row(row);
        var x = item.Depth * Indent;
        if (item.IsExpandable)
            canvas.Put(x, 0, [item.IsExpanded ? Theme.Glyphs.Opened : Theme.Glyphs.Closed], 1, Canvas.Over(style, Theme[Roles.Dim]));

        canvas.Write(new Rect(x + Indent, 0, canvas.Width - x - Indent, 1), Desk.Looks.Of(item.Text), style, Theme);
    }

    protected override bool OnPress(int x, int row)
    {
        var item = model.Row(row);
        if (!item.IsExpandable || x / Indent != item.Depth)
            return false;

        model.Toggle(row);
        return true;
    }
}
