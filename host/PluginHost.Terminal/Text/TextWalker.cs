namespace PluginHost.Terminal;

/// <summary>
/// Goes through text that runs from left to right, cluster by cluster, without allocation, up to a given column. For text of either direction there is
/// <see cref="TextLine"/>.
/// </summary>
public ref struct TextWalker
{
    private readonly ReadOnlySpan<char> _text;
    private readonly TextOptions _options;
    private readonly int _columns;
    private Piece _piece;
    private int _cellsOfTab;

    /// <summary>Makes one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">How many cells there are: what does not fit whole is left out. At most 32 characters are read for each.</param>
    /// <param name="options">What the terminal does.</param>
    public TextWalker(ReadOnlySpan<char> text, int columns, TextOptions options)
    {
        _text = PieceReader.Bound(text, columns);
        _columns = columns;
        _options = options;
    }

    /// <summary>Makes one that leaves out the first characters, of which each takes one cell.</summary>
    internal TextWalker(ReadOnlySpan<char> text, int first, int columns, TextOptions options)
        : this(text, columns, options) => _piece = Piece.OfText(first, 0, 0) with { Column = first };

    /// <summary>The current cluster.</summary>
    public readonly DrawnCluster Current => new(
        _piece.From == DrawnFrom.Text ? _text.Slice(_piece.DrawnAt, _piece.DrawnLength) : Signs.Text.AsSpan(_piece.DrawnAt, _piece.DrawnLength), _piece);

    /// <summary>Whether a text runs from left to right throughout, so that it can be walked. Stops at the first character that does not.</summary>
    /// <param name="text">The text.</param>
    public static bool CanWalk(ReadOnlySpan<char> text) => !Bidi.IsNeededFor(text);

    /// <summary>Itself: it can be gone through with <c>foreach</c>.</summary>
    public readonly TextWalker GetEnumerator() => this;

    /// <summary>Goes to the next cluster.</summary>
    /// <returns>Whether there is one that fits.</returns>
    public bool MoveNext()
    {
        if (_cellsOfTab > 0)
        {
            _cellsOfTab--;
            _piece.Column++;
            return true;
        }

        var (index, column) = (_piece.Index + _piece.Length, _piece.Column + _piece.Width);
        if (index >= _text.Length)
            return false;

        var next = PieceReader.Read(_text, index, column, _options);
        if (column + next.Width > _columns)
            return false;

        _cellsOfTab = next.IsTab ? next.Width - 1 : 0;
        _piece = (next.IsTab ? next.OneCell() : next) with { Column = column };
        return true;
    }
}
