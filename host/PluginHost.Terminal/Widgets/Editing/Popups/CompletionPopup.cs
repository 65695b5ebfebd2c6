namespace PluginHost.Terminal;

/// <summary>The list of ways to go on, and beside it what the selected one is.</summary>
internal sealed class CompletionPopup : CaretPopup
{
    private const int MostRows = 8;
    private const int MostWidth = 48;
    private const int LeastDetails = 16;
    private const int Edges = 3; // Two of the box, and the sign before the selected row.

    private readonly RowPlace _place = new();
    private readonly Action<CompletionItem> _take;
    private readonly CompletionList _list;
    private List<RichLine> _details = [];
    private (CompletionItem? Item, int Width) _detailsOf;
    private int _listWidth;
    private int _detailsWidth;
    private bool _isOnLeft;

    public CompletionPopup(WidgetScreen screen, CompletionList list, Action<CompletionItem> take)
        : base(screen)
    {
        (_list, _take) = (list, take);
        Renew();
    }

    public CompletionItem Selected => _list.Seen[_place.Selected];

    /// <summary>Takes in that other items are seen: the first is selected.</summary>
    public void Renew()
    {
        _place.Fit(_list.Seen.Count, Math.Min(MostRows, _list.Seen.Count));
        _place.Select(0);
        _listWidth = 0;
        Invalidate();
    }

    public override bool OnKey(KeyInput key) => key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown && _place.OnKey(key);

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (_place.OnWheel(mouse))
            return true;

        var row = mouse.Y - 1;
        var x = mouse.X - (_isOnLeft ? _detailsWidth : 0);
        if (mouse is not { Action: MouseAction.Press, Button: MouseButton.Left } || row < 0 || row >= _place.Height || x < 0 || x >= _listWidth)
            return true;

        _place.Select(_place.Top + row);
        if (clicks > 1)
            _take(Selected);

        return true;
    }

    protected override (int Width, int Height) SizeOn(Rect screen, Rect anchor)
    {
        var text = Screen!.Frames.Text;
        if (_listWidth == 0)
            _listWidth = Math.Min(MostWidth, Widest(text) + Edges);

        var left = Math.Clamp(anchor.X - 2, 0, Math.Max(0, screen.Width - _listWidth));
        var (toRight, toLeft) = (screen.Width - left - _listWidth, left);
        _isOnLeft = toRight < LeastDetails && toLeft > toRight;
        var room = Math.Min(MostWidth, Math.Max(toRight, toLeft));
        _detailsWidth = Selected.Details.Count == 0 || room < LeastDetails ? 0 : room;
        if (_detailsOf != (Selected, _detailsWidth))
        {
            _detailsOf = (Selected, _detailsWidth);
            _details = _detailsWidth == 0 ? [] : RichWrap.Of(Selected.Details, _detailsWidth - 2, text);
        }

        return (_listWidth + _detailsWidth, Math.Max(_place.Height, Math.Min(MostRows, _details.Count)) + 2);
    }

    // The list stays where it is, whatever has details.
    protected override int LeftOn(Rect screen, Rect anchor, int width)
    {
        var left = Math.Clamp(anchor.X - 2, 0, Math.Max(0, screen.Width - _listWidth));
        return _isOnLeft ? left - _detailsWidth : left;
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var height = Math.Min(canvas.Height, _place.Height + 2);
        DrawList(canvas.Inside(new Rect(_isOnLeft ? _detailsWidth : 0, 0, _listWidth, height)), theme);
        if (_detailsWidth == 0)
            return;

        height = Math.Min(canvas.Height, _details.Count + 2);
        var inside = Box(canvas.Inside(new Rect(_isOnLeft ? 0 : _listWidth, 0, _detailsWidth, height)), theme);
        for (var y = 0; y < inside.Height && y < _details.Count; y++)
            inside.Write(new Rect(0, y, inside.Width, 1), _details[y], theme[Roles.Layer], theme);
    }

    private void DrawList(Canvas canvas, Theme theme)
    {
        var inside = Box(canvas, theme);
        _place.Fit(_list.Seen.Count, inside.Height);
        var note = Canvas.Over(theme[Roles.Layer], theme[Roles.Dim]);
        for (var y = 0; y < inside.Height && _place.Top + y < _list.Seen.Count; y++)
        {
            var index = _place.Top + y;
            var item = _list.Seen[index];
            var taken = 1 + inside.Write(1, y, item.Label, theme[Roles.Layer]);
            if (taken + 1 < inside.Width)
                inside.Write(new Rect(taken + 1, y, inside.Width - taken - 1, 1), item.Note, Alignment.End, note, theme);

            if (index != _place.Selected)
                continue;

            inside.Fill(new Rect(0, y, 1, 1), theme.Glyphs.Closed, theme[Roles.Layer]);
            inside.Tint(new Rect(0, y, inside.Width, 1), theme[Roles.Selection]);
        }
    }

    private static Canvas Box(Canvas canvas, Theme theme)
    {
        canvas.Fill(theme[Roles.Layer]);
        return canvas.Box(canvas.Area, theme.Glyphs.Border, Canvas.Over(theme[Roles.Layer], theme[Roles.Edge]));
    }

    private int Widest(TextOptions text)
    {
        var widest = 0;
        foreach (var item in _list.Seen)
        {
            var note = TextWidth.Of(item.Note.Text, text);
            widest = Math.Max(widest, TextWidth.Of(item.Label, text) + (note > 0 ? note + 2 : 0));
        }

        return widest;
    }
}
