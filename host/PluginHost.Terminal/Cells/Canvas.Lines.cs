namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    /// <summary>Draws a line to the right.</summary>
    /// <param name="x">Its first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="length">Its cells.</param>
    /// <param name="border">The kind of line.</param>
    /// <param name="style">Its style.</param>
    public void Across(int x, int y, int length, Border border, Style style) =>
        Fill(new Rect(x, y, length, 1), BorderGlyphs.Of(border)[BorderGlyphs.Across], style);

    /// <summary>Draws a line downwards.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its first row.</param>
    /// <param name="length">Its cells.</param>
    /// <param name="border">The kind of line.</param>
    /// <param name="style">Its style.</param>
    public void Down(int x, int y, int length, Border border, Style style) =>
        Fill(new Rect(x, y, 1, length), BorderGlyphs.Of(border)[BorderGlyphs.Down], style);

    /// <summary>Draws the edge of a rectangle. One that is a single cell wide or high is a line.</summary>
    /// <param name="area">The rectangle.</param>
    /// <param name="border">The kind of line.</param>
    /// <param name="style">Its style.</param>
    /// <returns>What is inside the edge, to draw on.</returns>
    public Canvas Box(Rect area, Border border, Style style)
    {
        Across(area.X, area.Y, area.Width, border, style);
        Across(area.X, area.Bottom - 1, area.Width, border, style);
        Down(area.X, area.Y, area.Height, border, style);
        Down(area.Right - 1, area.Y, area.Height, border, style);
        if (area is { Width: > 1, Height: > 1 })
            Corners(area, BorderGlyphs.Of(border), style);

        return Inside(new Rect(area.X + 1, area.Y + 1, Math.Max(0, area.Width - 2), Math.Max(0, area.Height - 2)));
    }

    private void Corners(Rect area, ReadOnlySpan<char> glyphs, Style style)
    {
        Fill(new Rect(area.X, area.Y, 1, 1), glyphs[BorderGlyphs.TopLeft], style);
        Fill(new Rect(area.Right - 1, area.Y, 1, 1), glyphs[BorderGlyphs.TopRight], style);
        Fill(new Rect(area.X, area.Bottom - 1, 1, 1), glyphs[BorderGlyphs.BottomLeft], style);
        Fill(new Rect(area.Right - 1, area.Bottom - 1, 1, 1), glyphs[BorderGlyphs.BottomRight], style);
    }
}
