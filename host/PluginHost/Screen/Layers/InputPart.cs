using PluginHost.Screen.Bodies;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>A question for a line of text, with what is wrong about the answer under it.</summary>
internal sealed class InputPart(Desk desk, InputLayer input) : LayerPart(desk)
{
    private const int Columns = 72;

    /// <inheritdoc/>
    public override Layer Layer => input;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen) => Places.Upper(screen, Math.Max(1, Math.Min(Columns, screen.Width - 2)), 4);

    protected override void DrawPart(Canvas canvas)
    {
        var inside = Frame(canvas, input.Title);
        var field = inside.Inside(new Rect(1, 0, Math.Max(0, inside.Width - 2), 1));
        FieldLine.Draw(field, input.Input, LayerLook(Roles.Text), Theme, hasCursor: true);
        if (input.Input.Text.Length == 0)
            field.Write(new Rect(1, 0, field.Width - 1, 1), RichLine.Of(input.Placeholder, Roles.Hint), LayerLook(Roles.Hint), Theme);

        if (input.Problem is { } problem)
            inside.Write(new Rect(1, 1, inside.Width - 2, 1), RichLine.Of($"{Theme.Glyphs.Bad} {problem}", Roles.Bad), LayerLook(Roles.Bad), Theme);
    }
}
