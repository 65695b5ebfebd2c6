using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>A question for yes or no.</summary>
internal sealed class ConfirmPart(Desk desk, ConfirmLayer confirm) : LayerPart(desk)
{
    private const int Columns = 64;
    private IReadOnlyList<TextLine> _question = [];

    /// <inheritdoc/>
    public override Layer Layer => confirm;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen)
    {
        var width = Math.Min(Columns, screen.Width);
        _question = TextWrap.Of(confirm.Title, Terminal.Direction.Auto, Math.Max(1, width - 4), Screen!.Frames.Text);
        return Places.Center(screen, width, _question.Count + confirm.Details.Count + 4);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, "");
        var y = 0;
        foreach (var line in _question)
            inside.Write(1, y++, line, LayerLook(Roles.Text));

        foreach (var detail in confirm.Details)
            inside.Write(new Rect(1, y++, inside.Width - 2, 1), Desk.Looks.Of(detail), LayerLook(Roles.Dim), Theme);

        var x = Button(inside, 1, y + 1, confirm.NoTitle, !confirm.IsYesSelected, yes: false);
        Button(inside, x + 2, y + 1, confirm.YesTitle, confirm.IsYesSelected, yes: true);
    }

    private int Button(Canvas inside, int x, int y, string title, bool isSelected, bool yes)
    {
        var text = isSelected ? $"[ {title} ]" : $"  {title}  ";
        var width = inside.Write(x, y, text, isSelected ? LayerLook("workbench.button") : LayerLook(Roles.Text));
        Hit(new Rect(x + 1, y + 1, width, 1), () => confirm.Answer(yes));
        return x + width;
    }
}
