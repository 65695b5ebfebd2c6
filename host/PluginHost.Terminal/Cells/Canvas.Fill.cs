namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    /// <summary>Blanks all of it.</summary>
    /// <param name="style">The style of the blanks.</param>
    public void Fill(Style style) => Fill(Area, ' ', style);

    /// <summary>Blanks a part of it.</summary>
    /// <param name="area">The part.</param>
    /// <param name="style">The style of the blanks.</param>
    public void Fill(Rect area, Style style) => Fill(area, ' ', style);

    /// <summary>Fills a part of it with one character that is one cell wide.</summary>
    /// <param name="area">The part.</param>
    /// <param name="character">The character.</param>
    /// <param name="style">Its style.</param>
    public void Fill(Rect area, char character, Style style)
    {
        var seen = Seen(area);
        var cell = new Cell(character, 1, style);
        for (var y = seen.Y; y < seen.Bottom && !seen.IsEmpty; y++)
        {
            var row = _buffer.Row(y);
            Cut(row, seen.X, seen.Right);
            row[seen.X..seen.Right].Fill(cell);
        }
    }

    /// <summary>
    /// Changes the style of what is there: a colour that is not the terminal's own replaces, attributes are added, the text stays.
    /// </summary>
    /// <param name="area">The part.</param>
    /// <param name="style">The style to lay over it.</param>
    public void Tint(Rect area, Style style)
    {
        var seen = Seen(area);
        for (var y = seen.Y; y < seen.Bottom; y++)
        {
            var row = _buffer.Row(y);
            for (var x = seen.X; x < seen.Right; x++)
            {
                // The first half of a wide glyph decides for both.
                if (row[x].Width == 0)
                    continue;

                row[x] = Tinted(row[x], style);
                if (row[x].Width == 2)
                    row[x + 1] = Tinted(row[x + 1], style);
            }
        }
    }

    private static Cell Tinted(Cell cell, Style style) => new(cell.Glyph, cell.Width, Over(cell.Style, style));

    private Rect Seen(Rect area) => _clip.Intersect(area with { X = _left + area.X, Y = _top + area.Y });

    /// <summary>Blanks what would be left of wide glyphs when the cells from one place to another are overwritten.</summary>
    private static void Cut(Span<Cell> row, int from, int to)
    {
        if (row[from].Width == 0 && from > 0)
            row[from - 1] = new Cell(' ', 1, row[from - 1].Style);

        if (to < row.Length && row[to].Width == 0)
            row[to] = new Cell(' ', 1, row[to].Style);
    }
}
