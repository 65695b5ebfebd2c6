namespace PluginHost.Terminal;

/// <summary>
/// Rows of a table that are in memory, sorted and filtered there. A row that comes or changes finds its place in the order; the others keep theirs. Only on
/// the screen's thread.
/// </summary>
public sealed class TableData : ITableRows, IFilteredRows
{
    private readonly Dictionary<string, TableEntry> _all = new(StringComparer.Ordinal);
    private readonly List<TableEntry> _seen = [];
    private TableOrder _order = TableOrder.AsTheyCame;
    private FilterWords _words = FilterWords.None;
    private long _turns;

    /// <inheritdoc/>
    public int Count => _seen.Count;

    /// <summary>How many there are, those included that the filter hides.</summary>
    public int CountOfAll => _all.Count;

    /// <inheritdoc/>
    public long Version { get; private set; }

    /// <inheritdoc/>
    public RichLine Cell(int row, int column) => _seen[row].Row.CellAt(column);

    /// <inheritdoc/>
    public string KeyOf(int row) => _seen[row].Row.Key;

    /// <summary>A row by its key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The row; null where there is none, whatever the filter hides.</returns>
    public TableRow? Find(string key) => _all.GetValueOrDefault(key)?.Row;

    /// <summary>Puts a row there, in place of the one with the same key where there is one.</summary>
    /// <param name="row">The row.</param>
    public void Set(TableRow row)
    {
        var before = _all.GetValueOrDefault(row.Key);
        var entry = new TableEntry(row, before?.Turn ?? _turns++);
        _all[row.Key] = entry;
        Version++;
        var from = before is null ? -1 : PlaceOf(before);
        var isSeen = IsSeen(row);
        if (from >= 0 && isSeen && StaysAt(from, entry))
        {
            _seen[from] = entry;
            return;
        }

        if (from >= 0)
            _seen.RemoveAt(from);

        if (isSeen)
            _seen.Insert(~_seen.BinarySearch(entry, _order), entry);
    }

    /// <summary>Puts other rows in place of all there are.</summary>
    /// <param name="rows">The rows; of those with one key, the last.</param>
    public void SetAll(IEnumerable<TableRow> rows)
    {
        _all.Clear();
        foreach (var row in rows)
            _all[row.Key] = new TableEntry(row, _turns++);

        Arrange();
    }

    /// <summary>Takes a row away.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key)
    {
        if (!_all.Remove(key, out var entry))
            return false;

        Version++;
        if (PlaceOf(entry) is >= 0 and var place)
            _seen.RemoveAt(place);

        return true;
    }

    /// <inheritdoc/>
    public void Sort(int column, bool descending)
    {
        _order = new TableOrder(column, descending);
        Arrange();
    }

    /// <inheritdoc/>
    public void Filter(string text)
    {
        _words = new FilterWords(text);
        Arrange();
    }

    private void Arrange()
    {
        Version++;
        _seen.Clear();
        foreach (var entry in _all.Values)
        {
            if (IsSeen(entry.Row))
                _seen.Add(entry);
        }

        _seen.Sort(_order);
    }

    private bool IsSeen(TableRow row) => _words.IsEmpty || _words.Match([.. row.Cells]);

    private int PlaceOf(TableEntry entry) => Math.Max(-1, _seen.BinarySearch(entry, _order));

    private bool StaysAt(int place, TableEntry entry) =>
        (place == 0 || _order.Compare(_seen[place - 1], entry) < 0)
        && (place == _seen.Count - 1 || _order.Compare(entry, _seen[place + 1]) < 0);
}
