using PluginHost.Screen.Bodies;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;
using PickItem = PluginHost.Workbench.Rendering.PickItem;

namespace PluginHost.Screen.Layers;

/// <summary>The palette, and all else that finds and picks: a field, and under it what is found, with the keys beside it and the reason where it is off.</summary>
internal sealed class PickPart(Desk desk, PickLayer pick) : LayerPart(desk)
{
    private const int Columns = 84;
    private const int ColumnsWithPreview = 130;
    private const int MostRows = 16;
    private const int WheelStep = 3;
    private ViewModel? _previewed;
    private Widget? _preview;

    /// <inheritdoc/>
    public override Layer Layer => pick;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var width = Math.Min(pick.Preview is null ? Columns : ColumnsWithPreview, screen.Width - 2);
        var most = Places.Upper(screen, Math.Max(1, width), MostRows + 3);
        return most with { Height = Math.Min(most.Height, Math.Max(pick.Preview is null ? 1 : MostRows, Math.Min(pick.Count, MostRows)) + 3) };
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
            pick.Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);

        return base.OnMouse(mouse, clicks);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, pick.Title);
        var field = inside.Inside(new Rect(1, 0, Math.Max(0, inside.Width - 2), 1));
        FieldLine.Draw(field, pick.Input, LayerLook(Roles.Text), Theme, hasCursor: true);
        if (pick.Input.Text.Length == 0)
            field.Write(new Rect(1, 0, field.Width - 1, 1), RichLine.Of(pick.Placeholder, Roles.Hint), LayerLook(Roles.Hint), Theme);

        var list = inside.Inside(new Rect(0, 1, pick.Preview is null ? inside.Width : inside.Width / 2, Math.Max(0, inside.Height - 1)));
        DrawRows(list);
        if (pick.Preview is { } preview)
            DrawPreview(inside.Inside(new Rect(list.Width + 1, 1, Math.Max(0, inside.Width - list.Width - 1), list.Height)), preview);
    }

    private void DrawRows(Canvas canvas)
    {
        pick.Page = Math.Max(1, canvas.Height);
        if (pick.Count == 0)
            canvas.Write(new Rect(1, 0, canvas.Width - 2, 1), pick.Empty, LayerLook(Roles.Hint), Theme);

        for (var y = 0; y < canvas.Height && pick.Top + y < pick.Count; y++)
        {
            var row = pick.Top + y;
            DrawItem(canvas.Inside(new Rect(0, y, canvas.Width, 1)), pick.Item(row), row == pick.Selected);
            Hit(new Rect(1, y + 2, canvas.Width, 1), () => pick.Pick(row));
        }
    }

    private void DrawItem(Canvas canvas, PickItem item, bool isSelected)
    {
        var look = LayerLook(item.Off is null ? Roles.Text : Roles.Dim);
        if (isSelected)
        {
            look = Canvas.Over(look, Theme[Roles.Selection]);
            canvas.Fill(look);
        }

        var right = canvas.Width - 1;
        if (item.Keys.Length > 0)
            right = End(canvas, RichLine.Of(item.Keys, Roles.Key), right, look);

        right = End(canvas, item.Off is { } off ? RichLine.Of($"off: {off}", Roles.Dim) : Desk.Looks.Of(item.Detail), right, look);
        canvas.Write(new Rect(1, 0, Math.Max(0, right - 2), 1), Desk.Looks.Of(item.Text), look, Theme);
    }

    private static int WidthOf(Canvas canvas, RichLine line) => Math.Min(TextWidth.Of(line.Text, canvas.Text), canvas.Width / 2);

    private int End(Canvas canvas, RichLine line, int right, Style look)
    {
        var width = WidthOf(canvas, line);
        if (width == 0)
            return right;

        canvas.Write(new Rect(right - width, 0, width, 1), line, look, Theme);
        return right - width - 2;
    }

    private void DrawPreview(Canvas canvas, ViewModel preview)
    {
        if (_previewed != preview)
            (_previewed, _preview) = (preview, BodyFor(preview));

        if (_preview is not null)
            Show(_preview, canvas);
    }

    private Widget? BodyFor(ViewModel preview) => preview is TextModel text ? new TextBody(Desk, text) : null;
}
