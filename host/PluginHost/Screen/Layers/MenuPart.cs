using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>A menu that is open, under its title. What cannot be chosen says why.</summary>
internal sealed class MenuPart(Desk desk, MenuLayer menu, Func<Rect> title) : LayerPart(desk)
{
    private const int Gap = 3;
    private int _top;

    /// <inheritdoc/>
    public override Layer Layer => menu;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var widest = 10;
        foreach (var item in menu.Items)
            widest = Math.Max(widest, TextWidth.Of(item.Title, Screen!.Frames.Text) + Gap + TextWidth.Of(EndOf(item), Screen.Frames.Text));

        return Places.Near(screen, title(), Math.Min(widest + 4, screen.Width), menu.Items.Count + 2);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, "");
        _top = Math.Clamp(_top, Math.Max(0, menu.Selected - inside.Height + 1), Math.Max(0, menu.Selected));
        for (var y = 0; y < inside.Height && _top + y < menu.Items.Count; y++)
        {
            var row = _top + y;
            var item = menu.Items[row];
            var look = LayerLook(item.Off is null ? Roles.Text : Roles.Dim);
            if (row == menu.Selected)
            {
                look = Canvas.Over(look, Theme[Roles.Selection]);
                inside.Fill(new Rect(0, y, inside.Width, 1), look);
            }

            var end = EndOf(item);
            inside.Write(1, y, item.Title, look);
            inside.Write(new Rect(1, y, inside.Width - 2, 1), RichLine.Of(end, item.Off is null ? Roles.Key : Roles.Dim), Alignment.End, look, Theme);
            Hit(new Rect(1, y + 1, inside.Width, 1), () => menu.Choose(row));
        }
    }

    private static string EndOf(Workbench.Rendering.MenuItem item) => item.Off ?? item.Keys;
}
