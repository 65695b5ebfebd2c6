namespace PluginHost.Terminal;

/// <summary>
/// The cells of a table that are seen, pulled once for each frame, and which of them have changed since the last one: those are drawn otherwise for a
/// short time.
/// </summary>
internal sealed class SeenCells
{
    /// <summary>How long a cell that has changed looks so.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(600);

    private string[] _keys = [];
    private string[] _keysBefore = [];
    private RichLine[] _cells = [];
    private RichLine[] _cellsBefore = [];
    private long[] _until = [];
    private long[] _untilBefore = [];
    private int _rows;
    private int _columns;
    private int _shift;
    private long _now;

    public RichLine this[int line, int column] => _cells[(line * _columns) + column];

    public string KeyAt(int line) => _keys[line];

    public bool IsFlashing(int line, int column) => _until[(line * _columns) + column] > _now;

    /// <summary>Forgets what was seen: what comes next is new, not changed.</summary>
    public void Forget() => _rows = 0;

    /// <summary>Pulls the cells.</summary>
    /// <param name="rows">Where from.</param>
    /// <param name="top">The first row.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="clock">The time; null where nothing is to flash.</param>
    /// <returns>Whether one has changed.</returns>
    public bool Pull(ITableRows rows, int top, int end, int columns, TimeProvider? clock)
    {
        var before = _columns == columns ? _rows : 0;
        (_keys, _keysBefore, _cells, _cellsBefore, _until, _untilBefore) = (_keysBefore, _keys, _cellsBefore, _cells, _untilBefore, _until);
        (_rows, _columns) = (end - top, columns);
        Fit(ref _keys, _rows);
        Fit(ref _cells, _rows * columns);
        Fit(ref _until, _rows * columns);
        _now = clock?.GetTimestamp() ?? 0;
        var until = clock is null ? 0 : _now + (long)(Time.TotalSeconds * clock.TimestampFrequency);
        var isChanged = false;
        for (var line = 0; line < _rows; line++)
        {
            _keys[line] = rows.KeyOf(top + line);
            var lineBefore = clock is null ? -1 : LineBefore(_keys[line], line, before);
            for (var column = 0; column < columns; column++)
            {
                var cell = _cells[(line * columns) + column] = rows.Cell(top + line, column);
                var placeBefore = (lineBefore * columns) + column;
                var isNew = lineBefore >= 0 && _cellsBefore[placeBefore] is var old && !ReferenceEquals(old, cell) && old.Text != cell.Text;
                _until[(line * columns) + column] = isNew ? until : lineBefore >= 0 ? _untilBefore[placeBefore] : 0;
                isChanged |= isNew;
            }
        }

        return isChanged;
    }

    // Rows mostly move together: where the last one was found, the next one is.
    private int LineBefore(string key, int line, int count)
    {
        if (IsBefore(key, line + _shift, count))
            return line + _shift;

        for (var i = 0; i < count; i++)
        {
            if (!IsBefore(key, i, count))
                continue;

            _shift = i - line;
            return i;
        }

        return -1;
    }

    private bool IsBefore(string key, int line, int count) => line >= 0 && line < count && _keysBefore[line] == key;

    private static void Fit<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[length];
    }
}
