namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    private const int LongestCluster = 16;

    /// <summary>Writes text from a place to the right, in the direction of its first strong character.</summary>
    /// <param name="x">Its first column; it may lie outside, to the left too.</param>
    /// <param name="y">The row.</param>
    /// <param name="text">The text: one line. What a terminal would obey is drawn as marks.</param>
    /// <param name="style">Its style.</param>
    /// <returns>How many cells the text takes, counted no further than can be seen.</returns>
    public int Write(int x, int y, ReadOnlySpan<char> text, Style style)
    {
        if (text.IndexOfAnyExceptInRange(' ', '~') >= 0)
            return WriteClusters(x, y, text, style);

        if (Shows(y))
            WriteAscii(_left + x, _top + y, text, style);

        return text.Length;
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

            Put(x, y, cluster, style);
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

    private void Put(int x, int y, DrawnCluster cluster, Style style)
    {
        // A tab is as many blanks as it takes to its stop.
        if (cluster.Width > 1 && cluster.Text.Length == cluster.Width && cluster.Text.TrimStart(' ').IsEmpty)
            Fill(new Rect(x + cluster.Column, y, cluster.Width, 1), style);
        else
            Put(x + cluster.Column, y, cluster.Text, cluster.Width, style);
    }

    private void WriteAscii(int left, int top, ReadOnlySpan<char> text, Style style)
    {
        var from = Math.Max(left, _clip.X);
        var to = (int)Math.Min((long)left + text.Length, _clip.Right);
        if (from >= to)
            return;

        var row = _buffer.Row(top);
        Cut(row, from, to);
        text = text[(from - left)..(to - left)];
        row = row[from..to];
        for (var i = 0; i < row.Length; i++)
            row[i] = new Cell(text[i], 1, style);
    }

    private int WriteClusters(int x, int y, ReadOnlySpan<char> text, Style style)
    {
        var columns = _clip.Right - _left - x;
        if (columns <= 0 || !Shows(y))
            return 0;

        if (!TextWalker.CanWalk(text))
        {
            // A line may be endless: what is laid out is a good deal more than can be seen.
            var longest = (columns * LongestCluster) + LongestCluster;
            return Write(x, y, _buffer.Lines.Of(text.Length <= longest ? text : text[..longest], _buffer.Text), style);
        }

        var width = 0;
        foreach (var cluster in new TextWalker(text, int.MaxValue, _buffer.Text))
        {
            if (cluster.Column >= columns)
                break;

            Put(x, y, cluster, style);
            width = cluster.Column + cluster.Width;
        }

        return width;
    }
}
