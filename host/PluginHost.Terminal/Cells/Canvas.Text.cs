namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    /// <summary>Writes text from a place to the right, in the direction of its first strong character.</summary>
    /// <param name="x">Its first column; it may lie outside, to the left too.</param>
    /// <param name="y">The row.</param>
    /// <param name="text">
    /// The text: one line, of which no more is read than can be seen. What a terminal would obey is drawn as marks. Where it runs from right to left and
    /// does not fit, its beginning is seen, at the right edge.
    /// </param>
    /// <param name="style">Its style.</param>
    /// <returns>How many cells the text takes, counted no further than can be seen; 0 where nothing of the row can.</returns>
    public int Write(int x, int y, ReadOnlySpan<char> text, Style style)
    {
        var columns = (int)Math.Min((long)_clip.Right - _left - x, int.MaxValue - 1);
        if (columns <= 0 || !Shows(y))
            return 0;

        // One more than there are: of a wide glyph that the edge cuts, a blank is seen.
        if (Ascii.IsAll(text[..(int)Math.Min(text.Length, (long)columns + 1 + PieceReader.LookAhead)]))
            return WriteAscii(_left + x, _top + y, text, style);

        text = PieceReader.Known(text, columns + 1);
        return TextWalker.CanWalk(text)
            ? Walk(x, y, text, columns, style)
            : Write(x, y, _buffer.Lines.Fit(text, Direction.Auto, columns, ""), style);
    }

    /// <summary>Writes a line that was laid out before.</summary>
    /// <param name="x">The column of its left end; it may lie outside.</param>
    /// <param name="y">The row.</param>
    /// <param name="line">The line.</param>
    /// <param name="style">Its style.</param>
    /// <returns>How many cells it takes.</returns>
    public int Write(int x, int y, TextLine line, Style style)
    {
        if (!Shows(y))
            return line.Width;

        foreach (var cluster in line)
        {
            if (_left + x + cluster.Column >= _clip.Right)
                break;

            Put(x + cluster.Column, y, cluster.Text, cluster.Width, style);
        }

        return line.Width;
    }

    /// <summary>Writes one glyph.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="cluster">One grapheme cluster without control characters.</param>
    /// <param name="width">How many cells it takes: 1 or 2.</param>
    /// <param name="style">Its style.</param>
    public void Put(int x, int y, ReadOnlySpan<char> cluster, int width, Style style)
    {
        if (!Shows(y) || width is not (1 or 2))
            return;

        var row = _buffer.Row(_top + y);
        var from = Math.Max(_left + x, _clip.X);
        var to = Math.Min(_left + x + width, _clip.Right);
        if (from >= to)
            return;

        Cut(row, from, to);
        if (to - from < width)
        {
            row[from] = new Cell(' ', 1, style);
            return;
        }

        row[from] = new Cell(_buffer.Glyphs.GlyphOf(cluster), width, style);
        if (width == 2)
            row[from + 1] = new Cell(0, 0, style);
    }

    private int WriteAscii(int left, int top, ReadOnlySpan<char> text, Style style)
    {
        var from = Math.Max(left, _clip.X);
        var to = (int)Math.Min((long)left + text.Length, _clip.Right);
        if (from < to)
        {
            var row = _buffer.Row(top);
            Cut(row, from, to);
            text = text[(from - left)..(to - left)];
            row = row[from..to];
            for (var i = 0; i < row.Length; i++)
                row[i] = new Cell(text[i], 1, style);
        }

        return to - left;
    }

    private int Walk(int x, int y, ReadOnlySpan<char> text, int columns, Style style)
    {
        // A mark may follow, and belong to the last of them.
        var plain = Math.Clamp(Ascii.LengthOfFirst(text) - 1, 0, columns);
        var width = WriteAscii(_left + x, _top + y, text[..plain], style);
        foreach (var cluster in new TextWalker(text, plain, columns + 1, _buffer.Text))
        {
            if (cluster.Column >= columns)
                break;

            Put(x + cluster.Column, y, cluster.Text, cluster.Width, style);
            width = Math.Min(cluster.Column + cluster.Width, columns);
        }

        return width;
    }
}
