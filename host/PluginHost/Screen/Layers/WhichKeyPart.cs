using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>What can follow the first key of a chord, over the bottom of the screen.</summary>
internal sealed class WhichKeyPart(Desk desk, WhichKeyLayer layer) : LayerPart(desk)
{
    private const int Column = 34;
    private const int MostRows = 10;
    private const int RowsBelow = 2;

    /// <inheritdoc/>
    public override Layer Layer => layer;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var columns = Math.Max(1, screen.Width / Column);
        var rows = Math.Clamp((layer.Next.Count + columns - 1) / columns, 1, MostRows);
        var height = Math.Min(rows + 1, Math.Max(1, screen.Height - RowsBelow));
        return new Rect(0, Math.Max(0, screen.Height - RowsBelow - height), screen.Width, height);
    }

    protected override void DrawPart(Canvas canvas)
    {
        canvas.Fill(Look(Roles.Layer));
        canvas.Across(0, 0, canvas.Width, Theme.Glyphs.Border, LayerLook(Roles.Edge));
        canvas.Write(1, 0, $" {layer.Title} ", LayerLook(Roles.FocusedTitle));
        var rows = Math.Max(1, canvas.Height - 1);
        for (var i = 0; i < layer.Next.Count; i++)
        {
            var hint = layer.Next[i];
            var (x, y) = (1 + (i / rows * Column), 1 + (i % rows));
            var keys = canvas.Write(x, y, hint.Keys, LayerLook(Roles.Key));
            canvas.Write(new Rect(x + keys + 1, y, Math.Max(0, Column - keys - 3), 1), hint.Title, LayerLook(Roles.Text), Theme);
            if (hint.Command is { } call)
                Hit(new Rect(x, y, Column - 2, 1), () => Desk.Model.OnCommand(call));
        }
    }
}
