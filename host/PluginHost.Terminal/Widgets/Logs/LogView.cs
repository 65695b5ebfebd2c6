namespace PluginHost.Terminal;

/// <summary>
/// The lines of a stream. It follows the end until a person scrolls up, selects or looks for something: then nothing moves, and its last row tells how much
/// is new. Lines are cut, or broken into rows; some can be selected and copied.
/// </summary>
public sealed partial class LogView : Widget
{
    private readonly LogPlace _place = new();
    private readonly BarGrip _grip = new();
    private readonly FilterBar _filter;
    private readonly Widget[] _filterAlone;
    private readonly Action _changed;
    private ILogLines _lines = new LogBuffer(1);
    private FilteredLog? _filtered;
    private Rect _body;

    /// <summary>Makes one that is empty.</summary>
    public LogView()
    {
        _filter = Adopt(new FilterBar(_ => Narrow(), Focus));
        _filterAlone = [_filter];
        _changed = Invalidate;
    }

    /// <summary>The lines. It asks for a frame whenever they change.</summary>
    public ILogLines Lines
    {
        get => _lines;
        set
        {
            _lines.Changed -= _changed;
            _lines = value;
            _lines.Changed += _changed;
            (_cursor, _filtered) = (null, null);
            _place.Follow();
            Narrow();
        }
    }

    /// <summary>Whether lines that are too long are broken into rows; else they are cut. <c>w</c> changes it.</summary>
    public bool Wraps { get; set; }

    /// <summary>What stands there while there are no lines: one sentence, and the keys that fill it.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called with the number of a line that is opened, by Enter or a double click.</summary>
    public Action<long>? Opened { get; set; }

    /// <summary>What the lines are filtered by, as a person types it after <c>/</c>; empty where all are seen.</summary>
    public string FilterText
    {
        get => _filter.Text;
        set => _filter.Use(value);
    }

    /// <summary>Whether the end is followed.</summary>
    public bool IsFollowing => _place.IsFollowing;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _filter.IsEditing ? _filterAlone : [];

    private ILogLines Shown => _filtered ?? _lines;

    /// <summary>Follows the end again, and selects nothing.</summary>
    public void Follow()
    {
        _cursor = null;
        _place.Follow();
        Invalidate();
    }

    /// <summary>Ceases to follow the end: nothing moves until it follows again.</summary>
    public void Pause()
    {
        TakeIn();
        _place.Pause();
        Invalidate();
    }

    private void TakeIn()
    {
        _filtered?.Update();
        _place.Take(Shown);
        if (_cursor is not { } cursor)
            return;

        // A selection whose lines are gone is none.
        if (Math.Max(cursor, _anchor) < _place.First)
            _cursor = null;
        else
            (_cursor, _anchor) = (Math.Max(cursor, _place.First), Math.Max(_anchor, _place.First));
    }

    // What was seen before stays where it is, as far as it is left.
    private void Narrow()
    {
        TakeIn();
        var (top, cursor) = (NumberOf(_place.Top), _cursor is { } line ? NumberOf(line) : (long?)null);
        if (_lines is IFilteredRows own)
            own.Filter(FilterText);
        else
            _filtered = _filter.Words.IsEmpty ? null : new FilteredLog(_lines, _filter.Words);

        TakeIn();
        _place.Recount();
        _place.GoTo(PlaceOf(top));
        _cursor = cursor is { } number && NumberOf(PlaceOf(number)) == number ? PlaceOf(number) : null;
        _anchor = _cursor ?? 0;
        Invalidate();
    }

    private long NumberOf(long line) => _filtered is { } log && line >= log.First && line < log.First + log.Count ? log.NumberOf(line) : line;

    private long PlaceOf(long number) => _filtered?.PlaceOf(number) ?? number;
}
