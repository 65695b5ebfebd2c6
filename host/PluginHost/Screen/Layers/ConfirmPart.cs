using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>A question for yes or no.</summary>
internal sealed class ConfirmPart(Desk desk, ConfirmLayer confirm) : LayerPart(desk)
{
    private const int Columns = 64;
    private readonly List<(TextLine Line, string Role)> _lines = [];

    /// <inheritdoc/>
    public override Layer Layer => confirm;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var width = Math.Min(Columns, screen.Width);
        _lines.Clear();
        Wrap(confirm.Title, Roles.Text, width);
        foreach (var detail in confirm.Details)
            Wrap(detail.ToString(), Roles.Dim, width);

        return Places.Center(screen, width, _lines.Count + 4);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, "");

        // The buttons stay, whatever else there is room for.
        var rows = Math.Min(_lines.Count, Math.Max(0, inside.Height - 2));
        for (var y = 0; y < rows; y++)
            inside.Write(1, y, _lines[y].Line, LayerLook(_lines[y].Role));

        var buttons = Math.Max(0, Math.Min(rows + 1, inside.Height - 1));
        var x = Button(inside, 1, buttons, confirm.NoTitle, !confirm.IsYesSelected, yes: false);
        Button(inside, x + 2, buttons, confirm.YesTitle, confirm.IsYesSelected, yes: true);
    }

    private void Wrap(string text, string role, int width)
    {
        foreach (var line in TextWrap.Of(text, Terminal.Direction.Auto, Math.Max(1, width - 4), Screen!.Frames.Text))
            _lines.Add((line, role));
    }

    private int Button(Canvas inside, int x, int y, string title, bool isSelected, bool yes)
    {
        var text = isSelected ? $"[ {title} ]" : $"  {title}  ";
        var width = inside.Write(x, y, text, isSelected ? LayerLook("workbench.button") : LayerLook(Roles.Text));
        Hit(new Rect(x + 1, y + 1, width, 1), () => confirm.Answer(yes));
        return x + width;
    }
}
