using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>A screen as a workbench has it, a tree, a table and a status line, that changes in one of three ways.</summary>
internal sealed class FrameSubject : IDisposable
{
    private static readonly Style Muted = new() { Foreground = Color.Rgb(120, 120, 130) };
    private static readonly Style Accent = new() { Foreground = Color.Rgb(90, 160, 250), Attributes = Attributes.Bold };
    private readonly FrameEncoder _encoder;
    private readonly string[] _cells;
    private CellBuffer _shown;
    private CellBuffer _next;
    private int _round;

    public FrameSubject(int width, int height)
    {
        var (glyphs, links) = (new GlyphPool(), new LinkTable());
        _shown = new CellBuffer(width, height, glyphs, links);
        _next = new CellBuffer(width, height, glyphs, links);
        _encoder = new FrameEncoder(glyphs, links, TerminalCapabilities.Full);
        _cells = [.. Enumerable.Range(0, height + 64).Select(i => $"{i:0000} post by @someone{i}, sent to Bergen, with blåbær")];
        _encoder.EncodeWhole(_shown, _next);
    }

    /// <summary>The frame that was drawn last, to encode otherwise.</summary>
    public CellBuffer Shown => _shown;

    /// <summary>Draws and encodes a frame in which everything is another.</summary>
    public int Redraw() => Draw(first: ++_round, changedRow: -1, typed: -1);

    /// <summary>The same with one row changed.</summary>
    public int ChangeRow() => Draw(first: 0, changedRow: ++_round, typed: -1);

    /// <summary>The same with one more character typed.</summary>
    public int Type() => Draw(first: 0, changedRow: -1, typed: ++_round);

    public void Dispose() => _encoder.Dispose();

    private int Draw(int first, int changedRow, int typed)
    {
        _next.Clear(default);
        Draw(new Canvas(_next), first, changedRow, typed);
        var bytes = _encoder.Encode(_shown, _next).Length;
        (_shown, _next) = (_next, _shown);
        return bytes;
    }

    private void Draw(Canvas canvas, int first, int changedRow, int typed)
    {
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

        if (changedRow >= 0)
            canvas.Write(31, canvas.Height / 2, _cells[changedRow % _cells.Length], Accent);

        for (var i = 0; i < 20 && typed >= 0; i++)
            canvas.Put(2 + i, canvas.Height - 1, i == typed % 20 ? "x" : "-", 1, Accent);
    }
}
