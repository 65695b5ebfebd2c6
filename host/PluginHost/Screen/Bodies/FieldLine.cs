using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using TextField = PluginHost.Workbench.Rendering.TextField;

namespace PluginHost.Screen.Bodies;

/// <summary>Draws a field of one line that the workbench keeps: as much of it as shows the caret, each text in its own direction.</summary>
internal static class FieldLine
{
    public static void Draw(Canvas canvas, TextField field, Style style, Terminal.Theme theme, bool hasCursor)
    {
        if (canvas.Width < 1)
            return;

        canvas.Fill(canvas.Area, style);
        var line = canvas.Lines.Of(field.Shown, Terminal.Direction.Auto);
        var isReversed = line.Direction == Terminal.Direction.RightToLeft;
        var caret = line.ColumnOf(field.Caret);
        var home = isReversed ? canvas.Width - 1 - line.Width : 0;
        var x = home - Math.Max(0, home + caret - (canvas.Width - 1)) + Math.Max(0, -(home + caret));
        canvas.Write(x, 0, line, style);
        if (field.Anchor != field.Caret)
        {
            foreach (var run in line.Runs(Math.Min(field.Anchor, field.Caret), Math.Max(field.Anchor, field.Caret)))
                canvas.Tint(new Rect(x + run.Column, 0, run.Width, 1), theme["workbench.selection"]);
        }

        if (hasCursor)
            canvas.ShowCursor(Math.Clamp(x + caret, 0, canvas.Width - 1), 0, CursorShape.Bar);
    }
}
