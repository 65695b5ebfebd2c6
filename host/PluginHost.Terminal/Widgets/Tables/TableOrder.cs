namespace PluginHost.Terminal;

/// <summary>Compares rows by a column, then by the turn in which they came: no two are equal, so that each has one place.</summary>
internal sealed class TableOrder(int column, bool descending) : IComparer<TableEntry>
{
    /// <summary>As they came.</summary>
    public static TableOrder AsTheyCame { get; } = new(-1, false);

    public int Compare(TableEntry? x, TableEntry? y)
    {
        var compared = column < 0 ? 0 : Compare(x!.Row, y!.Row);
        return compared == 0 ? x!.Turn.CompareTo(y!.Turn) : compared;
    }

    private int Compare(TableRow x, TableRow y)
    {
        var (left, right) = (x.ValueAt(column), y.ValueAt(column));
        if (left is null != right is null)
            return left is null ? 1 : -1;

        var compared = left is null
            ? string.Compare(x.CellAt(column).Text, y.CellAt(column).Text, StringComparison.OrdinalIgnoreCase)
            : left.CompareTo(right);
        return descending ? -compared : compared;
    }
}
