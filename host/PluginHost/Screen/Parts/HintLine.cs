using PluginHost.Terminal;

namespace PluginHost.Screen.Parts;

/// <summary>The bottom line: what can be pressed here. What does not fit is left out, whole hints at a time.</summary>
internal sealed class HintLine(Desk desk) : Part
{
    private const int Gap = 3;

    protected override void DrawPart(Canvas canvas)
    {
        var x = 1;
        foreach (var hint in desk.Model.Hints)
        {
            var width = TextWidth.Of(hint.Keys, canvas.Text) + 1 + TextWidth.Of(hint.Title, canvas.Text);
            if (x + width > canvas.Width)
                break;

            var keys = canvas.Write(x, 0, hint.Keys, Look(Roles.Key));
            canvas.Write(x + keys + 1, 0, hint.Title, Look(Roles.Dim));
            if (hint.Command is { } call)
                Hit(new Rect(x, 0, width, 1), () => desk.Model.OnCommand(call));

            x += width + Gap;
        }
    }
}
