namespace PluginHost.Terminal;

/// <summary>
/// Where the columns of a table stand. What is measured only grows until it is forgotten, so that columns do not jump while one scrolls. Where even the
/// least widths do not fit, the first columns are left out, as many as were scrolled past.
/// </summary>
internal sealed class ColumnLayout
{
    private const int Gap = 2;

    private IReadOnlyList<TableColumn> _columns = [];
    private int[] _measured = [];
    private int[] _widths = [];
    private int[] _lefts = [];
    private int _width;

    /// <summary>The first column that is seen.</summary>
    public int First { get; private set; }

    /// <summary>The one behind the last that is seen, if only in part.</summary>
    public int End { get; private set; }

    /// <summary>Whether there is more to the right.</summary>
    public bool IsCut { get; private set; }

    public void Use(IReadOnlyList<TableColumn> columns)
    {
        _columns = columns;
        (_measured, _widths, _lefts) = (new int[columns.Count], new int[columns.Count], new int[columns.Count]);
        First = 0;
    }

    public void Forget() => Array.Clear(_measured);

    /// <summary>Whether a cell of this column counts for its width.</summary>
    public bool IsMeasured(int column) => _columns[column].Width is var width && width.Parts == 0 && width.Most > width.Least;

    public void Measure(int column, int width) => _measured[column] = Math.Max(_measured[column], width);

    /// <summary>Places the columns.</summary>
    /// <param name="left">Where they begin.</param>
    /// <param name="width">How many cells there are from there.</param>
    public void Arrange(int left, int width)
    {
        var total = Math.Max(0, _columns.Count - 1) * Gap;
        var parts = 0;
        for (var i = 0; i < _widths.Length; i++)
        {
            var rule = _columns[i].Width;
            _widths[i] = rule.Parts > 0 ? rule.Least : Math.Clamp(_measured[i], rule.Least, rule.Most);
            total += _widths[i];
            parts += rule.Parts;
        }

        if (total <= width)
            Share(width - total, parts);
        else
            total -= Shrink(total - width);

        _width = width;
        First = total <= width ? 0 : Math.Clamp(First, 0, Math.Max(0, _widths.Length - 1));
        Place(left);
    }

    public Rect this[int column] => new(_lefts[column], 0, Math.Min(_widths[column], _lefts[First] + _width - _lefts[column]), 1);

    /// <summary>The column at a place; -1 where there is none.</summary>
    public int At(int x)
    {
        for (var i = First; i < End; i++)
        {
            if (x >= _lefts[i] && x < _lefts[i] + _widths[i] + Gap)
                return i;
        }

        return -1;
    }

    /// <summary>Scrolls by columns.</summary>
    /// <returns>Whether there was anything to scroll to.</returns>
    public bool Scroll(int step)
    {
        if (step > 0 ? !IsCut || First == _widths.Length - 1 : First == 0)
            return false;

        First += step;
        return true;
    }

    /// <summary>Scrolls as far as it takes to see the beginning of a column.</summary>
    public void Show(int column)
    {
        if (column < First || column >= End)
            First = column;
    }

    private void Place(int left)
    {
        var x = left;
        End = First;
        IsCut = false;
        for (var i = First; i < _widths.Length; i++)
        {
            _lefts[i] = x;
            if (x < left + _width)
                End = i + 1;

            x += _widths[i];
            IsCut |= x > left + _width;
            x += Gap;
        }
    }

    private void Share(int free, int parts)
    {
        for (var i = 0; i < _widths.Length && parts > 0; i++)
        {
            var share = free * _columns[i].Width.Parts / parts;
            _widths[i] += share;
            free -= share;
            parts -= _columns[i].Width.Parts;
        }
    }

    // The widest gives first.
    private int Shrink(int missing)
    {
        for (var given = 0; ; given++)
        {
            var widest = -1;
            for (var i = 0; i < _widths.Length; i++)
            {
                if (_widths[i] > _columns[i].Width.Least && (widest < 0 || _widths[i] > _widths[widest]))
                    widest = i;
            }

            if (given == missing || widest < 0)
                return given;

            _widths[widest]--;
        }
    }
}
