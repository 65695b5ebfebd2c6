namespace PluginHost.Terminal;

/// <summary>The box around what lies over the rest, with its title in the upper edge.</summary>
internal static class LayerBox
{
    public const int Edges = 2;

    /// <summary>Draws one over all of a canvas.</summary>
    /// <returns>What is inside.</returns>
    public static Canvas Draw(Canvas canvas, RichLine title, string titleRole, string edgeRole, Theme theme)
    {
        var look = Look(theme);
        canvas.Fill(look);
        var inside = canvas.Box(canvas.Area, theme.Glyphs.Border, Canvas.Over(look, theme[edgeRole]));
        if (title.Text.Length == 0 || canvas.Width < 2 * (Edges + 1))
            return inside;

        // A blank at both ends of the title, wherever its direction puts it.
        var field = new Rect(Edges + 1, 0, canvas.Width - (2 * (Edges + 1)), 1);
        var taken = canvas.Write(field, title, Canvas.Over(look, theme[titleRole]), theme);
        canvas.Fill(new Rect(taken.X - 1, 0, 1, 1), look);
        canvas.Fill(new Rect(taken.Right, 0, 1, 1), look);
        return inside;
    }

    public static Style Look(Theme theme) => Canvas.Over(theme[Roles.Text], theme[Roles.Layer]);
}
