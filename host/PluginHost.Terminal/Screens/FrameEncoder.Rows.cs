using System.Globalization;
using System.Text;

namespace PluginHost.Terminal;

public sealed partial class FrameEncoder
{
    private const int ShortestErasure = 4;

    private void EncodeRows(CellBuffer before, CellBuffer after)
    {
        for (var y = 0; y < after.Height; y++)
        {
            if (!CellBuffer.Equal(before.Row(y), after.Row(y)))
                EncodeRow(before.Row(y), after.Row(y), y, y == after.Height - 1);
        }
    }

    private void EncodeRow(ReadOnlySpan<Cell> before, ReadOnlySpan<Cell> after, int y, bool isLast)
    {
        var end = isLast && !_capabilities.CanStopWrapping ? after.Length - 1 : after.Length;
        var blankFrom = BlankFrom(after);
        var rewriteTo = 0;
        for (var x = 0; x < end;)
        {
            if (before[x] == after[x] && x >= rewriteTo)
            {
                x++;
                continue;
            }

            // The second half changed alone: the glyph is written from its first.
            if (after[x].Width == 0 && x > 0 && after[x - 1].Width == 2)
                x--;

            if (x >= blankFrom && CanErase(before[x..], after[x..]))
            {
                Erase(after, x, y);
                return;
            }

            MoveTo(after, x, y);
            x += Write(after[x], x, after.Length, ref rewriteTo);
        }
    }

    /// <summary>Writes one glyph.</summary>
    /// <returns>How many cells it took.</returns>
    private int Write(Cell cell, int x, int width, ref int rewriteTo)
    {
        _pen.Take(cell.Style);
        var columns = cell.Width;
        if (columns == 0 || x + columns > width)
        {
            // Half a glyph: nothing can draw it.
            _output.Append((byte)' ');
            columns = 1;
        }
        else if (cell.Glyph < 0)
        {
            WriteCluster(_glyphs.KeptAt(cell.Glyph), columns, x, width, ref rewriteTo);
        }
        else if (cell.Glyph is >= ' ' and <= '~')
        {
            _output.Append((byte)cell.Glyph);
        }
        else
        {
            WriteRune(GlyphPool.RuneOf(cell.Glyph), columns, x, width);
        }

        // In the last column terminals disagree about where the cursor is.
        if (_x != Unknown)
            _x = x + columns >= width ? Unknown : x + columns;

        return columns;
    }

    private void WriteRune(Rune rune, int columns, int x, int width)
    {
        // What a terminal does not know it may leave out, and stay where it is: tmux does so with what its Unicode has not assigned.
        var isUnsure = !_capabilities.AgreesOnClusters && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
        if (isUnsure)
            Blank(columns, x, width);

        _output.Append(rune);
        if (isUnsure)
            _x = Unknown;
    }

    private void WriteCluster(Cluster cluster, int columns, int x, int width, ref int rewriteTo)
    {
        if (_capabilities.AgreesOnClusters || !cluster.IsDisputed)
        {
            _output.Append(cluster.Bytes);
            return;
        }

        // Where the terminal draws it narrower, what was there before must not show; where it draws it wider, what follows is written again.
        if (columns == 2)
            Blank(columns, x, width);

        _output.Append(cluster.Bytes);
        rewriteTo = Math.Max(rewriteTo, x + cluster.WidestWidth);
        _x = Unknown;
    }

    // Behind the last column there is nowhere to step back from: the cursor has stayed on it.
    private void Blank(int columns, int x, int width)
    {
        _output.Append(columns == 2 ? "  "u8 : " "u8);
        if (x + columns >= width)
            Column(x);
        else
            _output.Append(columns == 2 ? "\b\b"u8 : "\b"u8);
    }

    private void Erase(ReadOnlySpan<Cell> row, int x, int y)
    {
        MoveTo(row, x, y);
        _pen.Take(default);
        _output.Append("\e[K"u8);
    }

    /// <summary>From where on a row is blank in the terminal's own colours.</summary>
    private static int BlankFrom(ReadOnlySpan<Cell> row)
    {
        var x = row.Length;
        while (x > 0 && row[x - 1] == Cell.Blank)
            x--;

        return x;
    }

    // Not every terminal erases in another colour than its own, so only that is asked for.
    private static bool CanErase(ReadOnlySpan<Cell> before, ReadOnlySpan<Cell> after)
    {
        var changed = 0;
        for (var i = 0; i < after.Length && changed < ShortestErasure; i++)
        {
            if (before[i] != after[i])
                changed++;
        }

        return changed >= ShortestErasure;
    }
}
