namespace PluginHost.Terminal;

/// <summary>
/// Rows under each other, of which one is selected: what lists, trees and tables have in common. It owns the place among the rows, the scroll bar and the
/// filter, keeps both the selected row and what is seen where they are when rows come and go, and leaves to its kinds what a row is.
/// </summary>
public abstract partial class RowsWidget : Widget
{
    private readonly RowPlace _place = new();
    private readonly BarGrip _grip = new();
    private readonly Action _tellSelection;
    private Rect _body;
    private object? _selectedKey;
    private object? _topKey;
    private long _version = -1;

    private protected RowsWidget()
    {
        _tellSelection = OnSelectionChanged;
        _filter = Adopt(new FilterBar(Narrow, Focus));
        _filterAlone = [_filter];
    }

    /// <summary>What stands there while there are no rows: one sentence, and the keys that fill it.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>The first row that is seen.</summary>
    public int Top => _place.Top;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <summary>How many rows there are now; a kind brings itself up to date here.</summary>
    private protected abstract int RowCount { get; }

    /// <summary>Another number whenever rows may have changed places.</summary>
    private protected virtual long RowsVersion => 0;

    private protected virtual bool HasHeader => false;

    private protected int SelectedRow => _place.Selected;

    private protected int RowWidth => _body.Width;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        TakeIn();
        if (_filter.IsEditing)
            return OnKeyBesideFilter(key);

        if (key is { Key: Key.Enter, Modifiers: Modifiers.None } && SelectedRow >= 0 && OpenRow(SelectedRow))
            return true;

        return OnRowsKey(key) || _filter.OnKeyOfOwner(key, Filtered is not null) || Move(key);
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        TakeIn();
        if (!_place.OnWheel(mouse))
        {
            if (mouse.Button != MouseButton.Left)
                return false;

            if (_grip.OnMouse(mouse, _body, _place.Height, _place.Count, out var top))
                _place.Scroll(top - _place.Top);
            else if (mouse.Action == MouseAction.Press)
                OnPress(mouse, clicks);
        }

        // Rows may come or go before the next frame.
        Remember();
        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        TakeIn();
        var filter = _filter.HeightIn(canvas.Height);
        var header = HasHeader && canvas.Height - filter > 1 ? 1 : 0;
        var rows = canvas.Inside(new Rect(0, header, canvas.Width, canvas.Height - header - filter));
        _place.Fit(_place.Count, rows.Height);
        _body = new Rect(0, header, ScrollBar.Beside(rows, rows.Height, _place.Count), rows.Height);
        var end = Math.Min(_place.Count, _place.Top + rows.Height);
        Prepare(canvas.Inside(_body), _place.Top, end);
        if (header > 0)
            DrawHeader(canvas.Inside(new Rect(0, 0, _body.Width, 1)));

        DrawRows(canvas, end);
        ScrollBar.Draw(rows, _place.Top, rows.Height, _place.Count, Theme);
        if (filter > 0)
            _filter.DrawOn(canvas.Inside(new Rect(0, canvas.Height - 1, canvas.Width, 1)), _place.Count);

        Remember();
    }

    /// <summary>What a row is known by when rows change places; null where nothing is.</summary>
    private protected virtual object? RowKey(int row) => null;

    /// <summary>Gets ready to draw the rows that are seen.</summary>
    private protected virtual void Prepare(Canvas rows, int top, int end)
    {
    }

    private protected virtual void DrawHeader(Canvas canvas)
    {
    }

    /// <summary>Draws one row on its part, which is tinted where it is selected.</summary>
    private protected abstract void DrawRow(Canvas canvas, int row, Style style);

    /// <summary>Opens a row.</summary>
    /// <returns>Whether anybody wanted it opened.</returns>
    private protected abstract bool OpenRow(int row);

    private protected abstract void OnSelectionChanged();

    /// <summary>Answers a key that means something to this kind alone.</summary>
    private protected virtual bool OnRowsKey(KeyInput key) => false;

    private protected virtual void OnHeaderPress(int x)
    {
    }

    private protected virtual void OnRowPress(int row, MouseInput mouse, int clicks)
    {
        SelectRow(row);
        if (clicks == 2)
            OpenRow(row);
    }

    private protected void SelectRow(int row)
    {
        TakeIn();
        var before = _place.Selected;
        _place.Select(row);
        TellFrom(before);
        Invalidate();
    }

    /// <summary>Where the row with a key is, or -1; looked for from a place outwards, because most rows do not go far.</summary>
    private protected int FindRow(object? key, int near)
    {
        var count = _place.Count;
        if (key is null || count == 0)
            return -1;

        var (below, above) = (Math.Clamp(near, 0, count - 1), Math.Clamp(near, 0, count - 1) - 1);
        for (; below < count || above >= 0; below++, above--)
        {
            if (below < count && key.Equals(RowKey(below)))
                return below;

            if (above >= 0 && key.Equals(RowKey(above)))
                return above;
        }

        return -1;
    }

    private void DrawRows(Canvas canvas, int end)
    {
        var theme = Theme;
        if (_place.Count == 0 && _body.Height > 0)
        {
            var line = _filter.Words.IsEmpty ? Welcome : FilterBar.NothingMatches;
            canvas.Write(new Rect(1, _body.Y, canvas.Width - 1, 1), line, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
        }

        for (var row = _place.Top; row < end; row++)
        {
            var part = canvas.Inside(new Rect(0, _body.Y + row - _place.Top, _body.Width, 1));
            if (row == _place.Selected)
                part.Tint(part.Area, theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);

            DrawRow(part, row, part.At(0, 0).Style);
        }
    }

    private void OnPress(MouseInput mouse, int clicks)
    {
        var row = _place.Top + mouse.Y - _body.Y;
        if (mouse.Y < _body.Y)
            OnHeaderPress(mouse.X);
        else if (mouse.Y >= _body.Bottom)
            _filter.Edit();
        else if (row < _place.Count)
            OnRowPress(row, mouse, clicks);
    }

    private bool Move(KeyInput key)
    {
        var before = _place.Selected;
        if (!_place.OnKey(key))
            return false;

        TellFrom(before);
        return true;
    }

    private void TellFrom(int before)
    {
        Remember();
        if (_place.Selected != before)
            OnSelectionChanged();
    }

    /// <summary>
    /// Takes in what rows there are now. Where rows came or went, the selected one stays selected, and stays in its line of the screen; where it is out of
    /// sight, what is seen stays.
    /// </summary>
    private protected void TakeIn()
    {
        var count = RowCount;
        if (count == _place.Count && RowsVersion == _version)
            return;

        _version = RowsVersion;
        var (selected, top) = (_place.Selected, _place.Top);
        var isSeen = selected >= top && selected < top + _place.Height;
        _place.Fit(count);
        var found = FindRow(_selectedKey, selected);
        if (isSeen && found >= 0)
            top += found - selected;
        else if (FindRow(_topKey, top) is >= 0 and var foundTop)
            top = foundTop;

        _place.Restore(found >= 0 ? found : selected, top);
        if (_selectedKey is not null && found < 0)
            Screen?.Frames.Post(_tellSelection);

        Remember();
    }

    private void Remember()
    {
        _selectedKey = _place.Selected >= 0 ? RowKey(_place.Selected) : null;
        _topKey = _place.Top < _place.Count ? RowKey(_place.Top) : null;
    }
}
