namespace PluginHost.Terminal;

/// <summary>
/// A line of a page, wrapped to a width as far as somebody has looked: of one of a million characters the first rows are found without reading the rest.
/// </summary>
internal sealed class PageParagraph
{
    // A few screens' worth: what is seen is laid out once.
    private const int KeptRows = 512;

    private readonly TextOptions _options;
    private readonly int _leadWidth;
    private readonly int _width;
    private readonly List<int> _starts = [0];
    private readonly Dictionary<int, PageRow> _rows = [];
    private readonly ParagraphParts _parts;
    private bool _isWhole;

    public PageParagraph(PageLine line, int width, TextOptions options)
    {
        (Line, _options) = (line, options);
        _parts = new ParagraphParts(line, options);
        _leadWidth = Math.Min(line.Lead.Sum(part => TextWidth.Of(part.Text, options)), Math.Max(0, width - 1));
        _width = Math.Max(1, width - _leadWidth);
        if (line.Kind == PageLineKind.Cells)
            LayOutCells();
    }

    public PageLine Line { get; }

    /// <summary>The columns before its text, or behind it where it runs from right to left.</summary>
    public int LeadWidth => _leadWidth;

    private string Text => Line.Text.Text;

    /// <summary>How many rows it takes. All of it is read.</summary>
    public int CountRows()
    {
        ReadTo(int.MaxValue, int.MaxValue);
        return _starts.Count;
    }

    /// <summary>Whether it has a row.</summary>
    public bool Has(int row)
    {
        ReadTo(row, int.MaxValue);
        return row < _starts.Count;
    }

    /// <summary>The row that holds a place in the text.</summary>
    public int RowOf(int index)
    {
        // In a table a place may be in a column that goes on further down.
        if (Line.Kind == PageLineKind.Cells)
            return RowOfCell(index);

        ReadTo(int.MaxValue, index);
        var found = _starts.BinarySearch(index);
        return found >= 0 ? found : ~found - 1;
    }

    public int StartOf(int row) => _starts[row];

    /// <summary>A row that it has.</summary>
    public PageRow Row(int row)
    {
        if (_rows.TryGetValue(row, out var made))
            return made;

        if (_rows.Count >= KeptRows)
            _rows.Clear();

        var (start, end) = (_starts[row], row + 1 < _starts.Count ? _starts[row + 1] : EndAfter(_starts[row]));
        var line = _parts.Holding(start, end).Line(start, end, _width);
        var isRightToLeft = line.Direction == Direction.RightToLeft;
        var field = new PageField(line, isRightToLeft ? 0 : _leadWidth, _width, Alignment.Start);
        return _rows[row] = new PageRow([field], Lead(row, line.Direction), start, end);
    }

    private void ReadTo(int row, int index)
    {
        while (!_isWhole && _starts.Count <= row && _starts[^1] <= index)
        {
            var end = EndAfter(_starts[^1]);
            if (end >= Text.Length)
                _isWhole = true;
            else
                _starts.Add(end);
        }
    }

    private int EndAfter(int start) => LineBreaks.EndOfLine(Text, start, _width, _options);

    private RichLine Lead(int row, Direction direction)
    {
        var parts = row == 0 ? Line.Lead : Line.Hang;
        return parts.Count == 0 ? RichLine.Empty : RichLine.Of(direction, [.. parts]);
    }

    private void LayOutCells()
    {
        var widths = Line.Columns!.Fit(_width);
        var wrapped = new List<TextLine>[widths.Length];
        var start = 0;
        for (var column = 0; column < widths.Length; column++)
        {
            var length = Text.AsSpan(start).IndexOf('\t');
            var end = length < 0 ? Text.Length : start + length;
            wrapped[column] = Wrap(start, end, widths[column]);
            start = Math.Min(end + 1, Text.Length);
        }

        var height = wrapped.Max(lines => lines.Count);
        for (var row = 0; row < height; row++)
        {
            _rows[row] = RowOfCells(wrapped, widths, row);
            if (row > 0)
                _starts.Add(_rows[row].Start);
        }

        _isWhole = true;
    }

    private List<TextLine> Wrap(int start, int end, int width)
    {
        var lines = new List<TextLine>();
        var layout = LineLayout.Of(Text, start, end, Direction.Auto, _options);
        do
        {
            var next = LineBreaks.EndOfLine(Text.AsSpan(0, end), start, width, _options);
            lines.Add(layout.Line(start, next, width));
            start = next;
        }
        while (start < end);
        return lines;
    }

    private PageRow RowOfCells(List<TextLine>[] wrapped, int[] widths, int row)
    {
        var fields = new PageField[widths.Length];
        var left = _leadWidth;
        for (var column = 0; column < widths.Length; column++)
        {
            // A cell that ends further up has nothing here but its end.
            var lines = wrapped[column];
            var line = row < lines.Count ? lines[row] : LineLayout.Of(Text, lines[^1].End, lines[^1].End, lines[^1].Direction, _options)
                .Line(lines[^1].End, lines[^1].End, widths[column]);
            fields[column] = new PageField(line, left, widths[column], Line.Columns!.AlignmentOf(column));
            left += widths[column] + PageColumns.Gap;
        }

        return new PageRow(fields, Lead(row, Direction.LeftToRight), fields[0].Line.Start, fields[^1].Line.End);
    }

    private int RowOfCell(int index)
    {
        for (var row = 0; row < _starts.Count; row++)
        {
            foreach (var field in _rows[row].Fields)
            {
                if (index >= field.Line.Start && index < field.Line.End)
                    return row;
            }
        }

        return 0;
    }
}
