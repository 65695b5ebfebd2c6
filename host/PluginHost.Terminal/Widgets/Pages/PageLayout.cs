namespace PluginHost.Terminal;

/// <summary>A page wrapped to a width, near where somebody has looked. It knows the way between rows and places in the text.</summary>
internal sealed class PageLayout(PageSource source, int width, TextOptions options)
{
    private const int KeptLines = 1024;

    private readonly Dictionary<int, PageParagraph> _lines = [];

    public PageSource Source { get; } = source;

    public int Width { get; } = width;

    public TextOptions Options { get; } = options;

    public PageParagraph Line(int line)
    {
        if (_lines.TryGetValue(line, out var made))
            return made;

        if (_lines.Count >= KeptLines)
            _lines.Clear();

        return _lines[line] = new PageParagraph(Source.Line(line), Width, Options);
    }

    public PageRow Row(PageSpot spot) => Line(spot.Line).Row(spot.Row);

    /// <summary>The row that holds a place.</summary>
    public PageSpot SpotOf(PagePlace place) => new(place.Line, Line(place.Line).RowOf(place.Index));

    /// <summary>The place where a row begins.</summary>
    public PagePlace PlaceOf(PageSpot spot) => new(spot.Line, Line(spot.Line).StartOf(spot.Row));

    /// <summary>Goes some rows down, or up where they are negative, and no further than there are.</summary>
    /// <param name="spot">Where from; where to afterwards.</param>
    /// <param name="rows">How many.</param>
    /// <returns>How many rows were missing.</returns>
    public int Move(ref PageSpot spot, int rows)
    {
        for (; rows > 0; rows--)
        {
            if (Line(spot.Line).Has(spot.Row + 1))
                spot = spot with { Row = spot.Row + 1 };
            else if (spot.Line + 1 < Source.Count)
                spot = new PageSpot(spot.Line + 1, 0);
            else
                return rows;
        }

        for (; rows < 0; rows++)
        {
            if (spot.Row > 0)
                spot = spot with { Row = spot.Row - 1 };
            else if (spot.Line > 0)
                spot = new PageSpot(spot.Line - 1, Line(spot.Line - 1).CountRows() - 1);
            else
                return -rows;
        }

        return 0;
    }

    /// <summary>The first row to show near a wanted one, so that the window is full where it can be.</summary>
    public PageSpot Settle(PageSpot top, int height)
    {
        var bottom = top;
        var missing = Move(ref bottom, height - 1);
        if (missing > 0)
            Move(ref top, -missing);

        return top;
    }
}
