namespace PluginHost.Terminal;

/// <summary>
/// Turns what is shown and what should be shown into the bytes between the two. It keeps in mind where the terminal's cursor and pen are, so nothing
/// else may write in between; after something did, ask for the whole. In a steady state it allocates nothing.
/// </summary>
public sealed class FrameEncoder : IDisposable
{
    private const int Unknown = -1;
    private const int LongestGap = 4;
    private const int ShortestErasure = 4;

    private readonly OutputBuffer _output = new();
    private readonly Pen _pen;
    private readonly LinkTable _links;
    private readonly GlyphPool _glyphs;
    private TerminalCapabilities _capabilities = new();
    private Cursor _shown = Cursor.Hidden;
    private CursorShape _shape;
    private int _x = Unknown;
    private int _y = Unknown;
    private bool _hasBegun;

    /// <summary>Makes one.</summary>
    /// <param name="glyphs">Where the clusters of the buffers are kept.</param>
    /// <param name="links">Where their hyperlinks are kept.</param>
    /// <param name="capabilities">What the terminal can do.</param>
    public FrameEncoder(GlyphPool glyphs, LinkTable links, TerminalCapabilities capabilities)
    {
        (_glyphs, _links) = (glyphs, links);
        _pen = new Pen(_output, links);
        Use(capabilities);
    }

    /// <summary>Changes what the terminal can do. The next frame must be a whole one.</summary>
    /// <param name="capabilities">What it can do.</param>
    public void Use(TerminalCapabilities capabilities)
    {
        _capabilities = capabilities;
        _pen.Use(capabilities);
    }

    /// <summary>The bytes that turn one frame into the next.</summary>
    /// <param name="before">What the terminal shows.</param>
    /// <param name="after">What it should show; of the same size.</param>
    /// <returns>The bytes, until the next call; none where nothing changed.</returns>
    public ReadOnlySpan<byte> Encode(CellBuffer before, CellBuffer after)
    {
        if (before.Width != after.Width || before.Height != after.Height)
            throw new ArgumentException("The two are not of one size: ask for the whole.", nameof(after));

        Check(before);
        Check(after);
        Begin();
        EncodeRows(before, after);
        return End(after.Cursor);
    }

    /// <summary>The bytes that show a frame whatever the terminal shows now.</summary>
    /// <param name="before">Takes the part of what the terminal shows; it is made as large as the frame and blank.</param>
    /// <param name="after">What it should show.</param>
    /// <returns>The bytes, until the next call.</returns>
    public ReadOnlySpan<byte> EncodeWhole(CellBuffer before, CellBuffer after)
    {
        Check(before);
        Check(after);
        before.Resize(after.Width, after.Height);
        Begin();
        (_x, _y) = (Unknown, Unknown);
        (_shown, _shape) = (Cursor.Hidden, CursorShape.Default);
        Touch();
        _output.Append("\e[?25l\e[0 q\e]8;;\e\\\e[m\e[2J"u8);
        _pen.Forget();
        EncodeRows(before, after);
        return End(after.Cursor);
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private void Check(CellBuffer buffer)
    {
        if (buffer.Glyphs != _glyphs || buffer.Links != _links)
            throw new ArgumentException("Its clusters and links are kept elsewhere: the buffers and the encoder share one pool and one table.", nameof(buffer));
    }

    private void Begin()
    {
        _output.Clear();
        _hasBegun = false;
    }

    /// <summary>Called before the first byte.</summary>
    private void Touch()
    {
        if (_hasBegun)
            return;

        _hasBegun = true;
        if (_capabilities.HasSynchronizedOutput)
            _output.Append("\e[?2026h"u8);
        else if (_shown.IsVisible)
            HideCursor();
    }

    private ReadOnlySpan<byte> End(Cursor cursor)
    {
        if (cursor != _shown || (_hasBegun && cursor.IsVisible))
            PlaceCursor(cursor);

        if (_hasBegun && _capabilities.HasSynchronizedOutput)
            _output.Append("\e[?2026l"u8);

        return _output.Written;
    }

    private void PlaceCursor(Cursor cursor)
    {
        Touch();
        if (!cursor.IsVisible)
        {
            if (_shown.IsVisible)
                HideCursor();

            return;
        }

        if (cursor.Shape != _shape)
        {
            _output.Append("\e["u8);
            _output.AppendNumber(cursor.Shape switch { CursorShape.Block => 2, CursorShape.Underline => 4, CursorShape.Bar => 6, _ => 0 });
            _output.Append(" q"u8);
            _shape = cursor.Shape;
        }

        Jump(cursor.X, cursor.Y);
        if (!_shown.IsVisible)
            _output.Append("\e[?25h"u8);

        _shown = cursor;
    }

    private void HideCursor()
    {
        _output.Append("\e[?25l"u8);
        _shown = Cursor.Hidden;
    }

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
            WriteCluster(_glyphs.KeptAt(cell.Glyph), columns, x, ref rewriteTo);
        }
        else if (cell.Glyph is >= ' ' and <= '~')
        {
            _output.Append((byte)cell.Glyph);
        }
        else
        {
            _output.Append(GlyphPool.RuneOf(cell.Glyph));
        }

        // In the last column terminals disagree about where the cursor is.
        if (_x != Unknown)
            _x = x + columns >= width ? Unknown : x + columns;

        return columns;
    }

    private void WriteCluster(Cluster cluster, int columns, int x, ref int rewriteTo)
    {
        if (_capabilities.AgreesOnClusters || !cluster.IsDisputed)
        {
            _output.Append(cluster.Bytes);
            return;
        }

        // Where the terminal draws it narrower, what was there before must not show; where it draws it wider, what follows is written again.
        if (columns == 2)
            _output.Append("  \b\b"u8);

        _output.Append(cluster.Bytes);
        rewriteTo = Math.Max(rewriteTo, x + cluster.WidestWidth);
        _x = Unknown;
    }

    private void MoveTo(ReadOnlySpan<Cell> row, int x, int y)
    {
        Touch();
        if (_y != y)
        {
            Jump(x, y);
            return;
        }

        if (_x == x)
            return;

        if (_x == Unknown)
            Column(x);
        else if (x < _x)
            Column(x);
        else if (!WriteGap(row[_x..x]))
            Forward(x - _x);

        _x = x;
    }

    /// <summary>Writes what is there already, where that is shorter than stepping over it.</summary>
    private bool WriteGap(ReadOnlySpan<Cell> gap)
    {
        if (gap.Length > LongestGap)
            return false;

        foreach (var cell in gap)
        {
            if (cell is not { Width: 1, Glyph: >= ' ' and <= '~' } || !_pen.Is(cell.Style))
                return false;
        }

        foreach (var cell in gap)
            _output.Append((byte)cell.Glyph);

        return true;
    }

    private void Jump(int x, int y)
    {
        if (_x == x && _y == y)
            return;

        _output.Append("\e["u8);
        if (x > 0 || y > 0)
            _output.AppendNumber(y + 1);

        if (x > 0)
        {
            _output.Append((byte)';');
            _output.AppendNumber(x + 1);
        }

        _output.Append((byte)'H');
        (_x, _y) = (x, y);
    }

    private void Column(int x)
    {
        if (x == 0)
        {
            _output.Append((byte)'\r');
            return;
        }

        _output.Append("\e["u8);
        _output.AppendNumber(x + 1);
        _output.Append((byte)'G');
    }

    private void Forward(int columns)
    {
        _output.Append("\e["u8);
        if (columns > 1)
            _output.AppendNumber(columns);

        _output.Append((byte)'C');
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
