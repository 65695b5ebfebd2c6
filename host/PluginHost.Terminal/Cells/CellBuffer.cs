using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>A screenful of cells, row by row. The second half of a wide glyph always has the style of the first.</summary>
public sealed partial class CellBuffer
{
    private Cell[] _cells = [];

    /// <summary>Makes one, blank.</summary>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="glyphs">Where its clusters are kept; two buffers that are compared share one.</param>
    /// <param name="links">Where its hyperlinks are kept.</param>
    public CellBuffer(int width, int height, GlyphPool glyphs, LinkTable links)
    {
        Glyphs = glyphs;
        Links = links;
        Resize(width, height);
    }

    /// <summary>The number of columns.</summary>
    public int Width { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Height { get; private set; }

    /// <summary>Where its clusters are kept.</summary>
    public GlyphPool Glyphs { get; }

    /// <summary>Where its hyperlinks are kept.</summary>
    public LinkTable Links { get; }

    /// <summary>Where the cursor is.</summary>
    /// <value>Hidden, until something is drawn that has one.</value>
    public Cursor Cursor { get; set; } = Cursor.Hidden;

    /// <summary>How text is laid out that is written to it.</summary>
    public TextOptions Text
    {
        get => Lines.Options;
        set => Lines = new TextLines(value);
    }

    /// <summary>The lines that had to be laid out to be written: the next frame shows most of them again. Buffers that are drawn in turn share them.</summary>
    public TextLines Lines { get; set; } = new(new TextOptions());

    /// <summary>A row, to read and write.</summary>
    /// <param name="y">The row, from 0.</param>
    public Span<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    /// <summary>Gives it another size. It is blank then.</summary>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public void Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        if (_cells.Length != width * height)
            _cells = new Cell[width * height];

        (Width, Height) = (width, height);
        Clear(default);
    }

    /// <summary>Blanks it and hides the cursor.</summary>
    /// <param name="style">The style of the blanks.</param>
    public void Clear(Style style)
    {
        _cells.AsSpan().Fill(new Cell(' ', 1, style));
        Cursor = Cursor.Hidden;
    }

    /// <summary>Takes over what another of the same size shows.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(CellBuffer other)
    {
        if (other.Width != Width || other.Height != Height)
            throw new ArgumentException($"It is {other.Width}x{other.Height}, this one is {Width}x{Height}. Resize it first.", nameof(other));

        other._cells.CopyTo(_cells.AsSpan());
        Cursor = other.Cursor;
    }

    /// <summary>Whether a row looks like that of another buffer.</summary>
    internal static bool Equal(ReadOnlySpan<Cell> row, ReadOnlySpan<Cell> other) =>
        MemoryMarshal.AsBytes(row).SequenceEqual(MemoryMarshal.AsBytes(other));

    internal Span<Cell> Cells() => _cells;
}
