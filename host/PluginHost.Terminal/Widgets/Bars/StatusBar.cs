namespace PluginHost.Terminal;

/// <summary>
/// One line of how things stand: items at the left and at the right, of which the less important go where there is no room. Those with a target are opened by a
/// click, or, while it has the focus, with Left, Right and Enter.
/// </summary>
public sealed class StatusBar : Widget
{
    private const int Gap = 2;
    private readonly List<StatusItem> _items = [];
    private readonly List<Rect> _places = [];
    private readonly List<int> _widths = [];
    private StatusItem? _selected;

    /// <summary>The items: those of the left, those of the right, each from left to right.</summary>
    public IReadOnlyList<StatusItem> Items => _items;

    /// <summary>Called with the target of what was opened.</summary>
    public Action<string>? Opened { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => Step(null, 1) is not null;

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    public void Add(StatusItem item)
    {
        _items.Add(item);
        Invalidate();
    }

    /// <summary>Takes an item away.</summary>
    /// <param name="item">The item.</param>
    public void Remove(StatusItem item)
    {
        _items.Remove(item);
        Invalidate();
    }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Left, Modifiers: Modifiers.None }:
                _selected = Step(_selected, -1) ?? _selected;
                return true;
            case { Key: Key.Right, Modifiers: Modifiers.None }:
                _selected = Step(_selected, 1) ?? _selected;
                return true;
            case { Key: Key.Enter, Modifiers: Modifiers.None } when _selected?.FirstTarget is { } target:
                Opened?.Invoke(target);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press })
            return false;

        for (var i = 0; i < _places.Count && i < _items.Count; i++)
        {
            if (!_places[i].Contains(mouse.X, 0))
                continue;

            var item = _items[i];
            var hit = item.Target ?? Targets.At(item.Line, mouse.X - _places[i].X, _places[i].Width, Screen);
            if (hit is not null)
                Opened?.Invoke(hit);
        }

        return true;
    }

    /// <inheritdoc/>
    protected internal override void OnFocusChanged()
    {
        if (IsFocused)
            _selected = Step(null, 1);
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var look = Canvas.Over(theme[Roles.Text], theme[Roles.Status]);
        canvas.Fill(new Rect(0, 0, canvas.Width, 1), look);
        LayOut(canvas);
        for (var i = 0; i < _items.Count; i++)
        {
            if (_places[i].IsEmpty)
                continue;

            canvas.Write(_places[i], _items[i].Line, look, theme);
            if (IsFocused && _items[i] == _selected)
                Mark(canvas, _places[i], theme);
        }
    }

    // Where the whole bar is reversed, reversing says nothing: a line under it does.
    private static void Mark(Canvas canvas, Rect place, Theme theme)
    {
        canvas.Tint(place, theme[Roles.Selection]);
        canvas.Tint(place, new Style { Attributes = Attributes.Underline });
    }

    private void LayOut(Canvas canvas)
    {
        _widths.Clear();
        var (room, shown) = (canvas.Width, 0);
        foreach (var item in _items)
        {
            var width = TextWidth.Of(item.Line.Text, canvas.Text);
            _widths.Add(width);
            room -= width > 0 ? width + Gap : 0;
            shown += width > 0 ? 1 : 0;
        }

        for (; room < 0 && shown > 1 && LeastImportant() is >= 0 and var least; shown--)
        {
            room += _widths[least] + Gap;
            _widths[least] = 0;
        }

        // The last one is cut rather than left out.
        if (room < 0 && LeastImportant() is >= 0 and var last)
            _widths[last] = Math.Max(0, canvas.Width - Gap);

        Place(canvas.Width);
    }

    private void Place(int width)
    {
        _places.Clear();
        var (left, right) = (1, width - 1);
        for (var i = 0; i < _items.Count; i++)
            right -= _items[i].IsRight && _widths[i] > 0 ? _widths[i] + Gap : 0;

        right += Gap;
        for (var i = 0; i < _items.Count; i++)
        {
            ref var x = ref _items[i].IsRight ? ref right : ref left;
            _places.Add(new Rect(x, 0, _widths[i], 1));
            x += _widths[i] > 0 ? _widths[i] + Gap : 0;
        }
    }

    private int LeastImportant()
    {
        var least = -1;
        for (var i = 0; i < _items.Count; i++)
        {
            if (_widths[i] > 0 && (least < 0 || _items[i].Priority <= _items[least].Priority))
                least = i;
        }

        return least;
    }

    // The next item that can be opened.
    private StatusItem? Step(StatusItem? from, int step)
    {
        for (var i = from is null ? 0 : _items.IndexOf(from) + step; i >= 0 && i < _items.Count; i += step)
        {
            if (_items[i].FirstTarget is not null)
                return _items[i];
        }

        return null;
    }
}
