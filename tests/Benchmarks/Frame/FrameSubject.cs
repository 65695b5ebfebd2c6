using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>A screen as a workbench has it, a tree, a table, a line to type in, that changes in one of three ways.</summary>
internal sealed class FrameSubject : IDisposable
{
    private const int LongestTyped = 20;
    private static readonly Style Muted = new() { Foreground = Color.Rgb(120, 120, 130) };
    private static readonly Style Accent = new() { Foreground = Color.Rgb(90, 160, 250), Attributes = Attributes.Bold };
    private readonly FrameEncoder _encoder;
    private readonly string[] _cells;
    private readonly string[] _rows;
    private readonly string _typed = new('x', LongestTyped);
    private CellBuffer _shown;
    private CellBuffer _next;
    private int _round;

    public FrameSubject(int width, int height)
    {
        var (glyphs, links) = (new GlyphPool(), new LinkTable());
        _shown = new CellBuffer(width, height, glyphs, links);
        _next = new CellBuffer(width, height, glyphs, links) { Lines = _shown.Lines };
        _encoder = new FrameEncoder(glyphs, links, TerminalCapabilities.Full);
        _cells = [.. Enumerable.Range(0, height + 64).Select(i => $"{i:0000} post by @someone{i}, sent to Bergen, with blåbær")];
        _rows = [.. Enumerable.Range(0, 26).Select(i => string.Concat(Enumerable.Range(i, width).Select(k => (char)('a' + (k % 26)))))];
        _encoder.EncodeWhole(_shown, _next);
    }

    /// <summary>The frame that was drawn last, to encode otherwise.</summary>
    public CellBuffer Shown => _shown;

    /// <summary>Draws another frame, and encodes all of it, as after the window changed its size.</summary>
    /// <returns>The bytes out.</returns>
    public int Redraw()
    {
        Draw(first: ++_round, changed: 0, typed: 0);
        return Swap(_encoder.EncodeWhole(_shown, _next).Length);
    }

    /// <summary>The same frame but for one row, in which every character is another.</summary>
    /// <returns>The bytes out.</returns>
    public int ChangeRow() => Encode(changed: ++_round, typed: 0);

    /// <summary>The same frame but for one more character in the line, and the cursor; when it is full, the line begins anew.</summary>
    /// <returns>The bytes out.</returns>
    public int Type() => Encode(changed: 0, typed: ++_round);

    public void Dispose() => _encoder.Dispose();

    private int Encode(int changed, int typed)
    {
        Draw(first: 0, changed, typed);
        return Swap(_encoder.Encode(_shown, _next).Length);
    }

    private int Swap(int bytes)
    {
        (_shown, _next) = (_next, _shown);
        return bytes;
    }

    private void Draw(int first, int changed, int typed)
    {
        _next.Clear(default);
        var canvas = new Canvas(_next);
        var tree = canvas.Inside(new Rect(0, 0, 30, canvas.Height - 1));
        var table = canvas.Inside(new Rect(31, 0, canvas.Width - 31, canvas.Height - 1));
        canvas.Down(30, 0, canvas.Height - 1, Border.Light, Muted);
        for (var y = 0; y < tree.Height; y++)
        {
            var text = _cells[(first + y) % _cells.Length];
            tree.Write(1, y, text, y % 5 == 0 ? Accent : default);
            for (var x = 0; x < table.Width; x += 32)
                table.Inside(new Rect(x, y, 31, 1)).Write(0, 0, text, x == 0 ? Muted : default);
        }

        if (changed > 0)
            canvas.Write(0, canvas.Height / 2, _rows[changed % _rows.Length], Accent);

        var length = typed % LongestTyped;
        canvas.Write(2, canvas.Height - 1, _typed.AsSpan(0, length), Accent);
        canvas.ShowCursor(2 + length, canvas.Height - 1, CursorShape.Bar);
    }
}
