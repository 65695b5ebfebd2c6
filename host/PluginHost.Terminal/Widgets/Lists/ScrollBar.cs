namespace PluginHost.Terminal;

/// <summary>Draws how much of a whole is seen, and where in it.</summary>
internal static class ScrollBar
{
    private const int NarrowestBeside = 2;

    /// <summary>How many columns are left for what stands beside the bar; all of them where none is drawn.</summary>
    /// <param name="canvas">What it stands in.</param>
    /// <param name="seen">How many rows are seen.</param>
    /// <param name="count">How many there are.</param>
    public static int Beside(Canvas canvas, int seen, int count) =>
        count <= seen || canvas.Height < 2 || canvas.Width <= NarrowestBeside ? canvas.Width : canvas.Width - 1;

    /// <summary>Draws one down the right edge, where not all is seen.</summary>
    /// <param name="canvas">What it stands in.</param>
    /// <param name="top">The first row that is seen.</param>
    /// <param name="seen">How many are seen.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="theme">Its looks.</param>
    public static void Draw(Canvas canvas, int top, int seen, int count, Theme theme)
    {
        if (Beside(canvas, seen, count) == canvas.Width)
            return;

        var length = (int)Math.Clamp((long)canvas.Height * seen / count, 1, canvas.Height - 1);
        var start = (int)((long)(canvas.Height - length) * top / Math.Max(1, count - seen));
        var style = Canvas.Over(theme[Roles.Text], theme[Roles.Bar]);
        canvas.Fill(new Rect(canvas.Width - 1, 0, 1, canvas.Height), theme.Glyphs.Track, style);
        canvas.Fill(new Rect(canvas.Width - 1, start, 1, length), theme.Glyphs.Thumb, style);
    }

    /// <summary>The row to show first where the bar is clicked or dragged.</summary>
    /// <param name="y">The row of the click.</param>
    /// <param name="height">The rows of the bar.</param>
    /// <param name="seen">How many are seen.</param>
    /// <param name="count">How many there are.</param>
    public static int TopAt(int y, int height, int seen, int count) =>
        height < 2 ? 0 : (int)Math.Clamp((long)y * (count - seen) / (height - 1), 0, Math.Max(0, count - seen));
}
