namespace PluginHost.Terminal;

/// <summary>
/// The part of a document that is seen: which row is the topmost, how far it is scrolled to the side, and which place stands where. Only rows near what is
/// seen are ever laid out, so that it does not matter how many lines there are.
/// </summary>
internal sealed partial class DocumentView
{
    private const int Kept = 512;

    private readonly LineRows?[] _kept = new LineRows?[Kept];

    public DocumentView(TextDocument document, LineLooks looks) => (Document, Looks) = (document, looks);

    public TextDocument Document { get; }

    public LineLooks Looks { get; set; }

    public RowSpec Spec { get; private set; } = new(0, true, Direction.Auto, new TextOptions());

    public int Width { get; private set; } = 1;

    public int Height { get; private set; } = 1;

    /// <summary>The line at the top, and which of its rows.</summary>
    public (int Line, int Row) Top { get; private set; }

    /// <summary>How far the view is to the right of where lines begin; below 0 for lines that begin at the right edge.</summary>
    public int Left { get; private set; }

    /// <summary>Takes in the size of what is seen.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Fit(int width, int height, RowSpec spec)
    {
        (width, height) = (Math.Max(1, width), Math.Max(1, height));
        if (width == Width && height == Height && spec == Spec)
            return false;

        (Width, Height) = (width, height);
        if (spec != Spec)
            Spec = spec;

        return true;
    }

    /// <summary>The rows of a line.</summary>
    public LineRows RowsOf(int line)
    {
        var look = Looks.Of(line);
        ref var kept = ref _kept[line % Kept];
        if (kept is not null && ReferenceEquals(kept.Look, look) && ReferenceEquals(kept.Spec, Spec))
            return kept;

        return kept = LineRows.Of(look.Text, look, Spec, kept);
    }

    /// <summary>Where a place stands, in columns and rows of the view; it may lie outside to the side.</summary>
    /// <returns>Whether its row is seen.</returns>
    public bool TryFind(TextPlace place, out int x, out int y)
    {
        var rows = RowsOf(place.Line);
        (x, y) = (ScreenX(rows, rows.XOf(place.Column)), 0);
        var target = (place.Line, Row: rows.RowOf(place.Column));
        for (var at = Top; y < Height; y++)
        {
            if (at == target)
                return true;

            if (!TryStep(ref at, 1))
                break;
        }

        return false;
    }

    /// <summary>The place under a cell; above and below what is seen, that of the rows that follow there.</summary>
    public TextPlace PlaceAt(int x, int y)
    {
        var at = Top;
        for (; y > 0; y--)
        {
            if (!TryStep(ref at, 1))
                return Document.End;
        }

        for (; y < 0; y++)
        {
            if (!TryStep(ref at, -1))
                return default;
        }

        return PlaceAt(at, x);
    }

    /// <summary>The place in a row under a column of the view.</summary>
    public TextPlace PlaceAt((int Line, int Row) at, int x)
    {
        var rows = RowsOf(at.Line);
        return new TextPlace(at.Line, rows.ColumnAt(at.Row, x + Left - (rows.IsReversed ? Width : 0)));
    }

    /// <summary>The column of the view in which a place of a row stands.</summary>
    public int ScreenX(LineRows rows, int x) => (rows.IsReversed ? Width : 0) + x - Left;

    /// <summary>Goes to the next row, or to the one before.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryStep(ref (int Line, int Row) at, int step)
    {
        if (step < 0)
        {
            if (at.Row > 0)
                at.Row--;
            else if (at.Line > 0)
                at = (at.Line - 1, RowsOf(at.Line - 1).Count - 1);
            else
                return false;

            return true;
        }

        if (at.Row < RowsOf(at.Line).Count - 1)
            at.Row++;
        else if (at.Line < Document.LineCount - 1)
            at = (at.Line + 1, 0);
        else
            return false;

        return true;
    }
}
