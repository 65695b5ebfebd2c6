namespace PluginHost.Terminal;

/// <summary>Rows that are in memory.</summary>
public sealed class ListRows : IRows, IFilteredRows
{
    private readonly IReadOnlyList<RichLine> _lines;
    private List<int>? _left; // The places of those that match, while there is a filter.

    /// <summary>Makes some.</summary>
    /// <param name="lines">The rows.</param>
    public ListRows(IReadOnlyList<RichLine> lines) => _lines = lines;

    /// <inheritdoc/>
    public int Count => _left?.Count ?? _lines.Count;

    internal long Version { get; private set; }

    /// <inheritdoc/>
    public RichLine Row(int index) => _lines[PlaceOf(index)];

    /// <inheritdoc/>
    public void Filter(string text)
    {
        Version++;
        var words = new FilterWords(text);
        _left = words.IsEmpty ? null : [.. Enumerable.Range(0, _lines.Count).Where(place => words.Match(_lines[place].Text))];
    }

    /// <summary>The place that a row has in the whole, whatever the filter leaves of it.</summary>
    /// <param name="index">Its place among those that are left.</param>
    public int PlaceOf(int index) => _left is null ? index : _left[index];

    /// <summary>The place that a row has among those that the filter leaves.</summary>
    /// <param name="place">Its place in the whole.</param>
    /// <returns>Its place; where it is not left, that of the next one that is, or the number of those that are.</returns>
    public int IndexOf(int place)
    {
        if (_left is null)
            return place;

        var found = _left.BinarySearch(place);
        return found >= 0 ? found : ~found;
    }
}
