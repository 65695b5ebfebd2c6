namespace PluginHost.Terminal;

/// <summary>A row of <see cref="TableData"/>. It never changes; what has changed is another row with the same key.</summary>
public sealed class TableRow
{
    /// <summary>Makes one.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="cells">Its cells. Columns behind the last one are empty.</param>
    public TableRow(string key, params IReadOnlyList<RichLine> cells) => (Key, Cells) = (key, cells);

    /// <summary>What it is known by.</summary>
    public string Key { get; }

    /// <summary>Its cells.</summary>
    public IReadOnlyList<RichLine> Cells { get; }

    /// <summary>
    /// What its cells are sorted by, all of a column of one type: numbers, times. Where there is none, a cell is sorted by its text, in whatever case;
    /// rows with a value come before those without.
    /// </summary>
    /// <value>Empty.</value>
    public IReadOnlyList<IComparable?> Values { get; init; } = [];

    internal RichLine CellAt(int column) => column < Cells.Count ? Cells[column] : RichLine.Empty;

    internal IComparable? ValueAt(int column) => column < Values.Count ? Values[column] : null;
}
