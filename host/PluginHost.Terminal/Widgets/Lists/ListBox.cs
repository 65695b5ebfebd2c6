namespace PluginHost.Terminal;

/// <summary>Rows under each other, of which one is selected.</summary>
public class ListBox : Widget
{
    private readonly RowPlace _place = new();
    private bool _isDraggingBar;

    /// <summary>The rows.</summary>
    public IRows Rows { get; set; } = new ListRows([]);

    /// <summary>What stands there while there are no rows: one sentence, and the keys that fill it.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called when a row is opened, by Enter or a double click.</summary>
    public Action<int>? Opened { get; set; }

    /// <summary>Called when another row is selected.</summary>
    public Action<int>? SelectionChanged { get; set; }

    /// <summary>The selected row; -1 where there is none. Setting it brings the row into sight.</summary>
    public int Selected
    {
        get => _place.Selected;
        set
        {
            _place.Fit(Rows.Count);
            Move(() => _place.Select(value));
        }
    }

    /// <summary>The first row that is seen.</summary>
    public int Top => _place.Top;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        _place.Fit(Rows.Count);
        if (key is { Key: Key.Enter, Modifiers: Modifiers.None } && Selected >= 0 && Opened is not null)
        {
            Opened(Selected);
            return true;
        }

        var isTaken = false;
        Move(() => isTaken = _place.OnKey(key));
        return isTaken;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        _place.Fit(Rows.Count);
        if (_place.OnWheel(mouse))
            return true;

        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press)
            _isDraggingBar = mouse.X == Area.Width - 1 && _place.Count > _place.Height;

        if (_isDraggingBar)
            _place.Scroll(ScrollBar.TopAt(mouse.Y, Area.Height, _place.Height, _place.Count) - _place.Top);
        else if (mouse.Action == MouseAction.Press && _place.Top + mouse.Y < _place.Count)
            Click(_place.Top + mouse.Y, clicks);

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        _place.Fit(Rows.Count, canvas.Height);
        if (_place.Count == 0)
        {
            canvas.Write(new Rect(1, 0, canvas.Width - 1, 1), Welcome, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
            return;
        }

        var width = ScrollBar.Beside(canvas, canvas.Height, _place.Count);
        for (var y = 0; y < canvas.Height && _place.Top + y < _place.Count; y++)
        {
            var index = _place.Top + y;
            var row = new Rect(0, y, width, 1);
            if (index == Selected)
                canvas.Tint(row, theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);

            canvas.Write(row, Rows.Row(index), canvas.At(0, y).Style, theme);
        }

        ScrollBar.Draw(canvas, _place.Top, canvas.Height, _place.Count, theme);
    }

    private void Click(int index, int clicks)
    {
        Move(() => _place.Select(index));
        if (clicks == 2)
            Opened?.Invoke(index);
    }

    private void Move(Action move)
    {
        var before = _place.Selected;
        move();
        if (_place.Selected != before)
            SelectionChanged?.Invoke(_place.Selected);
    }
}
