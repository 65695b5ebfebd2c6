namespace PluginHost.Terminal;

/// <summary>
/// One line of text, laid out for one field: which clusters stand in which cells, and the way between places in the text and columns on screen.
/// It never changes. Columns count from the left end of the line; a line that runs from right to left is put at the right edge by who draws it.
/// </summary>
/// <remarks>
/// A caret stands on the cell of the cluster that follows it. At the end of the text it stands behind the last cell: in column <see cref="Width"/>,
/// or in column -1 where the line runs from right to left.
/// </remarks>
public sealed partial class TextLine
{
    private readonly TextOptions _options;
    private readonly Piece[]? _pieces; // In the order of the screen; null where each character of the text takes one cell.
    private readonly int[]? _places; // Of each piece, in the order of the text, its place in _pieces; null where both are the same.
    private readonly char[] _drawn;

    internal TextLine(string text, int start, int end, Direction direction, TextOptions options)
        : this(text, start, end, direction, options, null, null, [])
    {
        Count = Width = end - start;
    }

    internal TextLine(
        string text, int start, int end, Direction direction, TextOptions options, Piece[]? pieces, int[]? places, char[] drawn)
    {
        (Text, Start, End, Direction) = (text, start, end, direction);
        (_options, _pieces, _places, _drawn) = (options, pieces, places, drawn);
        if (pieces is not { Length: > 0 })
            return;

        Count = pieces.Length;
        Width = pieces[^1].Column + pieces[^1].Width;
    }

    /// <summary>The whole text that the line is taken from.</summary>
    public string Text { get; }

    /// <summary>Where the line begins in the text.</summary>
    public int Start { get; }

    /// <summary>Where it ends in the text: behind its last character.</summary>
    public int End { get; }

    /// <summary>The direction of the line, found where it was asked for as <see cref="Direction.Auto"/>.</summary>
    public Direction Direction { get; }

    /// <summary>How many cells it takes.</summary>
    public int Width { get; }

    internal int Count { get; }

    private bool IsReversed => Direction == Direction.RightToLeft && _options.Reorder;

    private int EndColumn => IsReversed ? -1 : Width;

    /// <summary>Lays out a text that is one line. Line ends within are drawn as signs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="options">What the terminal does.</param>
    public static TextLine Of(string text, Direction direction, TextOptions options) =>
        direction != Direction.RightToLeft && Ascii.IsAll(text)
            ? new TextLine(text, 0, text.Length, Direction.LeftToRight, options)
            : LineLayout.Of(text, 0, text.Length, direction, options).Line(0, text.Length, int.MaxValue);

    /// <summary>
    /// Lays out a line of code: from left to right, whatever stands in it, so that no character can move a token. Only the parts that are named are
    /// put in order, each by itself: the insides of strings and comments, and names in a script that runs from right to left.
    /// </summary>
    /// <param name="text">The line.</param>
    /// <param name="parts">The parts, which do not overlap and have something between them.</param>
    /// <param name="options">What the terminal does.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part lies outside the text.</exception>
    public static TextLine OfTokens(string text, ReadOnlySpan<Range> parts, TextOptions options) =>
        Ascii.IsAll(text)
            ? new TextLine(text, 0, text.Length, Direction.LeftToRight, options)
            : LineLayout.OfParts(text, parts, options).Line(0, text.Length, int.MaxValue);

    /// <summary>The clusters, from left to right, each in its column.</summary>
    public TextLineEnumerator GetEnumerator() => new(this);

    internal Piece PieceAt(int place) => _pieces is null ? Piece.OfText(Start + place, 1, 1) with { Column = place } : _pieces[place];

    internal ReadOnlySpan<char> DrawnOf(scoped in Piece piece) => piece.From switch
    {
        DrawnFrom.Text => Text.AsSpan(piece.DrawnAt, piece.DrawnLength),
        DrawnFrom.Signs => Signs.Text.AsSpan(piece.DrawnAt, piece.DrawnLength),
        _ => _drawn.AsSpan(piece.DrawnAt, piece.DrawnLength),
    };

    /// <summary>The place of a piece that is known by its turn in the text.</summary>
    private int PlaceOf(int turn) => _places is null ? turn : _places[turn];
}
