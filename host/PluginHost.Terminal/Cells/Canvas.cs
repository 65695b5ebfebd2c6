namespace PluginHost.Terminal;

/// <summary>
/// A part of a <see cref="CellBuffer"/> to draw on, with a corner of its own: what falls outside is cut off. Making one costs nothing. A wide glyph that
/// the edge would cut becomes a blank, and so does the half that is left of one that is overwritten.
/// </summary>
public readonly partial struct Canvas
{
    private readonly CellBuffer _buffer;
    private readonly Rect _clip;
    private readonly int _left;
    private readonly int _top;

    /// <summary>Makes one of a whole buffer.</summary>
    /// <param name="buffer">The buffer.</param>
    public Canvas(CellBuffer buffer)
        : this(buffer, new Rect(0, 0, buffer.Width, buffer.Height), new Rect(0, 0, buffer.Width, buffer.Height))
    {
    }

    private Canvas(CellBuffer buffer, Rect area, Rect clip)
    {
        _buffer = buffer;
        _clip = clip;
        (_left, _top, Width, Height) = (area.X, area.Y, Math.Max(0, area.Width), Math.Max(0, area.Height));
    }

    /// <summary>Its columns, those that are cut off included.</summary>
    public int Width { get; }

    /// <summary>Its rows, those that are cut off included.</summary>
    public int Height { get; }

    /// <summary>The whole of it: from 0, 0, as wide and high as it is.</summary>
    public Rect Area => new(0, 0, Width, Height);

    /// <summary>Where it lies on the screen.</summary>
    public Rect OnScreen => new(_left, _top, Width, Height);

    /// <summary>How text is laid out on it.</summary>
    public TextOptions Text => _buffer.Text;

    /// <summary>The lines that were laid out for it, to lay out others that are kept as well.</summary>
    public TextLines Lines => _buffer.Lines;

    /// <summary>A part of it, whose own corner is 0, 0.</summary>
    /// <param name="area">The part. It may reach over the edge, also to the left and above: then that is cut off.</param>
    public Canvas Inside(Rect area)
    {
        var onScreen = area with { X = _left + area.X, Y = _top + area.Y };
        return new Canvas(_buffer, onScreen, _clip.Intersect(onScreen));
    }

    /// <summary>Whether anything of a row can be seen.</summary>
    /// <param name="y">The row.</param>
    public bool Shows(int y) => _clip.Width > 0 && _top + y >= _clip.Y && _top + y < _clip.Bottom;

    /// <summary>What is drawn at a place.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    /// <returns>The cell; a blank where the place is cut off.</returns>
    public Cell At(int x, int y) => _clip.Contains(_left + x, _top + y) ? _buffer.Row(_top + y)[_left + x] : Cell.Blank;

    /// <summary>A style whose text is a hyperlink.</summary>
    /// <param name="style">The style.</param>
    /// <param name="address">Where it leads.</param>
    public Style Link(Style style, string address) => style with { Link = _buffer.Links.NumberOf(address) };

    /// <summary>Shows the terminal's cursor at a place, where that can be seen.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    /// <param name="shape">What it looks like.</param>
    public void ShowCursor(int x, int y, CursorShape shape)
    {
        if (_clip.Contains(_left + x, _top + y))
            _buffer.Cursor = new Cursor(_left + x, _top + y, shape);
    }
}
