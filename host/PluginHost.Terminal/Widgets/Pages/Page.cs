namespace PluginHost.Terminal;

/// <summary>
/// Text to read: wrapped, scrolled, searched with <c>/</c>, selected by mouse or with Shift and copied as it is written, not as it is set. It is wrapped near
/// the window only. Links open by a click, or by Tab and Enter.
/// </summary>
public abstract partial class Page : Widget
{
    private PageSource _source = new LinesSource([]);
    private PageLayout? _layout;
    private PageSpot _top;
    private int _height = 1;

    /// <summary>Called when a link is opened, with its target.</summary>
    public Action<string>? Opened { get; set; }

    /// <summary>Called when text was copied; false where the terminal takes no text that long, and nothing was.</summary>
    public Action<bool>? Copied { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <summary>The first logical line that is seen.</summary>
    public int TopLine => _top.Line;

    internal PageSource Source
    {
        get => _source;
        set
        {
            _source = value;
            _layout = null;
            _top = default;
            Forget();
            Invalidate();
        }
    }

    private bool IsEmpty => _source.Count == 0;

    /// <summary>Scrolls so that a line is the first that is seen, or as near as can be.</summary>
    /// <param name="line">The line, from 0.</param>
    public void ScrollTo(int line)
    {
        if (!IsEmpty)
            _top = new PageSpot(Math.Clamp(line, 0, _source.Count - 1), 0);

        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var height = DrawSearch(canvas);
        LayOut(Math.Max(1, canvas.Width - 1), height, canvas.Text);
        if (IsEmpty || height == 0)
            return;

        var theme = Theme;
        var spot = _top;
        for (var y = 0; y < height; y++)
        {
            DrawRow(canvas, y, _layout!.Line(spot.Line), spot, theme);
            if (_layout.Move(ref spot, 1) > 0)
                break;
        }

        var (top, seen) = Measure();
        ScrollBar.Draw(canvas.Inside(new Rect(0, 0, canvas.Width, height)), top, seen, _source.Before(_source.Count), theme);
    }

    // Where the width changed, the text that was seen first stays the first.
    private void LayOut(int width, int height, TextOptions options)
    {
        _height = Math.Max(1, height);
        if (_layout is null || _layout.Width != width || !ReferenceEquals(_layout.Options, options))
        {
            var before = _layout;
            _layout = new PageLayout(_source, width, options);
            if (before is not null && !IsEmpty)
                _top = _layout.SpotOf(before.PlaceOf(_top));
        }

        if (!IsEmpty)
            _top = _layout.Settle(_top, _height);
    }

    private (int Top, int Seen) Measure()
    {
        var bottom = _top;
        var isAtEnd = _layout!.Move(ref bottom, _height) > 0;
        var top = _source.Before(_layout.PlaceOf(_top));
        return (top, (isAtEnd ? _source.Before(_source.Count) : _source.Before(_layout.PlaceOf(bottom))) - top);
    }

    private void Scroll(int rows)
    {
        if (_layout is null || IsEmpty)
            return;

        _layout.Move(ref _top, rows);
        _top = _layout.Settle(_top, _height);
    }

    private void ScrollToEnd()
    {
        if (_layout is null || IsEmpty)
            return;

        var last = _source.Count - 1;
        _top = _layout.Settle(new PageSpot(last, _layout.Line(last).CountRows() - 1), _height);
    }

    /// <summary>Brings a place into sight, and moves nothing where it is.</summary>
    private void Show(PagePlace place)
    {
        if (_layout is null)
        {
            _top = new PageSpot(place.Line, 0);
            return;
        }

        var spot = _layout.SpotOf(place);
        if (RowOnScreen(spot) is not null)
            return;

        // From below it becomes the last row, from elsewhere it comes to the upper third.
        var below = _top;
        _layout.Move(ref below, _height);
        if (below != spot)
        {
            _top = spot;
            Scroll(-(_height / 3));
            return;
        }

        Scroll(1);
    }

    private int? RowOnScreen(PageSpot wanted)
    {
        var spot = _top;
        for (var y = 0; y < _height; y++)
        {
            if (spot == wanted)
                return y;

            if (_layout!.Move(ref spot, 1) > 0)
                break;
        }

        return null;
    }
}
