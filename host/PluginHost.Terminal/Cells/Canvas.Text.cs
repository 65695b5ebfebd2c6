using System.Globalization;

namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    /// <summary>Writes text from a place to the right, in the direction of its first strong character.</summary>
    /// <param name="x">Its first column; it may lie outside, to the left too.</param>
    /// <param name="y">The row.</param>
    /// <param name="text">The text: one line. What a terminal would obey is drawn as marks.</param>
    /// <param name="style">Its style.</param>
    /// <returns>How many cells the whole text takes, seen or not.</returns>
    public int Write(int x, int y, ReadOnlySpan<char> text, Style style)
    {
        if (text.IndexOfAnyExceptInRange(' ', '~') >= 0)
            return WriteClusters(x, y, text, style);

        if (Shows(y))
            WriteAscii(_left + x, _top + y, text, style);

        return text.Length;
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
        var start = x;
        while (text.Length > 0)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            Put(x++, y, text[..length], 1, style);
            text = text[length..];
        }

        return x - start;
    }
}
