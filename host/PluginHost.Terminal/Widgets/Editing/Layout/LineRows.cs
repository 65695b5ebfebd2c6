namespace PluginHost.Terminal;

/// <summary>
/// A line of the document as it stands on screen: rows under each other where lines are wrapped, else one row. It leads from columns of the line to places
/// on screen and back. It never changes.
/// </summary>
internal sealed partial class LineRows
{
    private readonly Stretch[] _stretches;
    private readonly Row[] _rows; // Under each other where lines are wrapped, else side by side.

    private LineRows(string text, LineLook look, RowSpec spec, Stretch[] stretches)
    {
        (Text, Look, Spec, _stretches) = (text, look, spec, stretches);
        _rows = IsWrapped ? Below(stretches) : Beside(stretches);
        IsReversed = _rows[0].IsReversed;
    }

    public string Text { get; }

    public LineLook Look { get; }

    public RowSpec Spec { get; }

    /// <summary>How many rows it takes.</summary>
    public int Count => IsWrapped ? _rows.Length : 1;

    /// <summary>Whether it begins at the right edge.</summary>
    public bool IsReversed { get; }

    /// <summary>The cells it takes where lines are not wrapped.</summary>
    public int Width
    {
        get
        {
            var width = 0;
            foreach (var row in _rows)
                width = IsWrapped ? Math.Max(width, row.Line.Width) : width + row.Line.Width;

            return width;
        }
    }

    private bool IsWrapped => Spec.WrapWidth > 0;

    /// <summary>The parts of a row that stand side by side.</summary>
    public ReadOnlySpan<Row> Parts(int row) => IsWrapped ? _rows.AsSpan(row, 1) : _rows;

    /// <summary>The row in which a column stands.</summary>
    public int RowOf(int column) => IsWrapped ? PartOf(column) : 0;

    /// <summary>Where a column stands in its row.</summary>
    public int XOf(int column) => _rows[PartOf(column)].XOf(column);

    /// <summary>The column at a place.</summary>
    public int ColumnAt(int row, int x)
    {
        if (IsWrapped)
            return Math.Min(_rows[row].ColumnAt(x), LastIn(row));

        foreach (var part in _rows)
        {
            if (x >= part.X && x < part.X + part.Line.Width)
                return part.ColumnAt(x);
        }

        return (x >= 0) == IsReversed ? 0 : Text.Length;
    }

    /// <summary>The last column that still stands in a row: of one that goes on below, before what comes last in it.</summary>
    public int LastIn(int row)
    {
        if (!IsWrapped || row == _rows.Length - 1)
            return Text.Length;

        var (end, line) = (_rows[row].End, _rows[row].Line);
        return Text[end - 1] is ' ' or '\t' ? end - 1 : _rows[row].Offset + line.Previous(line.End);
    }

    /// <summary>The first column of a row.</summary>
    public int FirstIn(int row) => IsWrapped ? _rows[row].Start : 0;

    private int PartOf(int column)
    {
        var (low, high) = (0, _rows.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_rows[middle].Start <= column)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static Row[] Below(Stretch[] stretches)
    {
        var rows = new List<Row>(stretches.Length);
        var offset = 0;
        foreach (var stretch in stretches)
        {
            foreach (var line in stretch.Rows)
            {
                var row = new Row(line, offset, 0);
                rows.Add(row.IsReversed ? row with { X = -line.Width } : row);
            }

            offset += stretch.Text.Length;
        }

        return [.. rows];
    }

    // All in the direction of the first.
    private static Row[] Beside(Stretch[] stretches)
    {
        var rows = new Row[stretches.Length];
        var isReversed = new Row(stretches[0].Rows[0], 0, 0).IsReversed;
        var (offset, taken) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var line = stretches[i].Rows[0];
            rows[i] = new Row(line, offset, isReversed ? -taken - line.Width : taken);
            offset += stretches[i].Text.Length;
            taken += line.Width;
        }

        return rows;
    }
}
