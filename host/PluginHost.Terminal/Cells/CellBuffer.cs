namespace PluginHost.Terminal;

/// <summary>A screenful of cells, row by row.</summary>
public sealed class CellBuffer
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

    /// <summary>A row, to read and write.</summary>
    /// <param name="y">The row, from 0.</param>
    public Span<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    /// <summary>Gives it another size. It is blank then.</summary>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        if (_cells.Length != width * height)
            _cells = new Cell[width * height];

        Clear(default);
    }

    /// <summary>Blanks it.</summary>
    /// <param name="style">The style of the blanks.</param>
    public void Clear(Style style) => _cells.AsSpan().Fill(new Cell(' ', 1, style));

    /// <summary>Takes over what another of the same size shows.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(CellBuffer other) => other._cells.CopyTo(_cells.AsSpan());
}
