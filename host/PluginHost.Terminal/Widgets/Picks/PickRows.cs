namespace PluginHost.Terminal;

/// <summary>The rows of a <see cref="PickList"/>: the title, and at the end of the row the detail.</summary>
internal sealed class PickRows : Widget
{
    private const int Gap = 2;
    private readonly RowPlace _place = new();

    public IReadOnlyList<PickItem> Items { get; private set; } = [];

    public RichLine Welcome { get; set; } = RichLine.Empty;

    public Action? Picked { get; set; }

    public Action? SelectionChanged { get; set; }

    public PickItem? Selected => _place.Selected >= 0 && _place.Selected < Items.Count ? Items[_place.Selected] : null;

    public void Show(IReadOnlyList<PickItem> items)
    {
        Items = items;
        _place.Fit(items.Count);
        _place.Select(0);
        SelectionChanged?.Invoke();
    }

    /// <summary>The keys that move; Home and End belong to the field.</summary>
    public bool Move(KeyInput key)
    {
        if (key.Key is Key.Home or Key.End)
            return false;

        _place.Fit(Items.Count);
        var before = _place.Selected;
        var isTaken = _place.OnKey(key);
        if (_place.Selected != before)
            SelectionChanged?.Invoke();

        return isTaken;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (_place.OnWheel(mouse))
            return true;

        if (mouse.Button != MouseButton.Left)
            return false;

        var index = _place.Top + mouse.Y;
        if (mouse.Y < 0 || mouse.Y >= Area.Height || index >= Items.Count)
            return true;

        if (mouse.Action == MouseAction.Release)
        {
            Picked?.Invoke();
        }
        else if (index != _place.Selected)
        {
            _place.Select(index);
            SelectionChanged?.Invoke();
        }

        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var (theme, look) = (Theme, LayerBox.Look(Theme));
        _place.Fit(Items.Count, canvas.Height);
        if (Items.Count == 0)
            canvas.Write(new Rect(1, 0, canvas.Width - 2, 1), Welcome, Canvas.Over(look, theme[Roles.Hint]), theme);

        for (var y = 0; y < canvas.Height && _place.Top + y < Items.Count; y++)
            DrawItem(canvas, y, _place.Top + y, theme, look);

        ScrollBar.Draw(canvas, _place.Top, canvas.Height, Items.Count, theme);
    }

    private void DrawItem(Canvas canvas, int y, int index, Theme theme, Style look)
    {
        var item = Items[index];
        if (index == _place.Selected)
        {
            canvas.Tint(new Rect(0, y, canvas.Width, 1), theme[Roles.Selection]);
            look = canvas.At(0, y).Style;
        }

        // The detail gets what the title leaves, and half where that is more; the title has the rest.
        var row = new Rect(1, y, canvas.Width - 2, 1);
        var end = TextWidth.Of(item.End.Text, canvas.Text);
        end = end == 0 ? 0 : Math.Min(end + Gap, Math.Max(row.Width / 2, row.Width - TextWidth.Of(item.Title, canvas.Text)));
        var dim = Canvas.Over(look, theme[Roles.Dim]);
        canvas.Write(row with { Width = row.Width - end }, item.Line, item.Refusal is null ? look : dim, theme);
        if (end > Gap)
            canvas.Write(new Rect(row.Right - end + Gap, y, end - Gap, 1), item.End, Alignment.End, dim, theme);
    }
}
