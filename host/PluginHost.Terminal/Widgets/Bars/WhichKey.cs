namespace PluginHost.Terminal;

/// <summary>
/// What can follow the first key of a chord, in columns over the bottom of the screen. It takes no keys: who waits for the second key shows and hides it. What
/// does not fit is counted.
/// </summary>
public sealed class WhichKey : Widget
{
    private const int Gap = 3;
    private const int MostRows = 8;
    private IReadOnlyList<KeyHint> _hints = [];
    private Layer? _layer;
    private (int Rows, int Columns, int Width) _grid;
    private RichLine _title = RichLine.Empty;
    private RichLine _more = RichLine.Empty;
    private int _hidden;

    /// <summary>The rows that stay free under it, where the status bar and the key hints are.</summary>
    public int RowsBelow { get; init; } = 1;

    /// <summary>Whether it is seen.</summary>
    public bool IsShown => _layer is not null;

    /// <summary>Shows it, or shows others in it.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="prefix">What was pressed already: <c>Ctrl+K</c>.</param>
    /// <param name="hints">What can follow.</param>
    public void Show(WidgetScreen screen, string prefix, IReadOnlyList<KeyHint> hints)
    {
        (_title, _hints) = (RichLine.Of(new Segment(" " + prefix + " ", Roles.FocusedTitle)), hints);
        if (_layer is null)
            screen.Open(_layer = new Layer(this, Place) { TakesInput = false });

        screen.Invalidate();
    }

    /// <summary>Hides it.</summary>
    public void Hide()
    {
        if (_layer is not { } layer)
            return;

        _layer = null;
        Screen?.Close(layer);
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is { Button: MouseButton.Left, Action: MouseAction.Press } && mouse.Y > 0 && _grid.Width > 0)
        {
            var index = (Math.Max(0, mouse.X - 1) / _grid.Width * _grid.Rows) + mouse.Y - 1;
            if (mouse.Y <= _grid.Rows && index < _hints.Count - _hidden)
                _hints[index].Run?.Invoke();
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var look = Canvas.Over(theme[Roles.Text], theme[Roles.Layer]);
        canvas.Fill(look);
        canvas.Across(0, 0, canvas.Width, theme.Glyphs.Border, Canvas.Over(look, theme[Roles.Edge]));
        canvas.Write(new Rect(1, 0, canvas.Width - 1, 1), _title, look, theme);
        var shown = Math.Min(_hints.Count, _grid.Rows * _grid.Columns);
        if (shown < _hints.Count)
            canvas.Write(new Rect(1, 0, canvas.Width - 2, 1), More(_hints.Count - shown), Alignment.End, Canvas.Over(look, theme[Roles.Dim]), theme);

        _hidden = _hints.Count - shown;
        for (var i = 0; i < shown; i++)
        {
            var place = new Rect(1 + (i / _grid.Rows * _grid.Width), 1 + (i % _grid.Rows), _grid.Width - Gap, 1);
            canvas.Write(place.Intersect(canvas.Area), _hints[i].Line, look, theme);
        }
    }

    private RichLine More(int count)
    {
        if (count != _hidden || _more.Text.Length == 0)
            _more = RichLine.Of($" {count} more ", Roles.Dim);

        return _more;
    }

    // As few rows as hold all of them; the widest decides about the columns.
    private Rect Place(Rect screen)
    {
        var widest = 1;
        for (var i = 0; i < _hints.Count; i++)
            widest = Math.Max(widest, TextWidth.Of(_hints[i].Line.Text, Screen!.Frames.Text));

        var width = Math.Min(widest + Gap, Math.Max(1, screen.Width - 1 + Gap));
        var columns = Math.Max(1, (screen.Width - 2 + Gap) / width);
        var below = Math.Min(RowsBelow, Math.Max(0, screen.Height - 2));
        var most = Math.Max(0, Math.Min(MostRows, screen.Height - below - 1));
        var rows = Math.Min(most, (_hints.Count + columns - 1) / columns);
        _grid = (Math.Max(1, rows), rows == 0 ? 0 : columns, width);
        return new Rect(screen.X, screen.Bottom - below - rows - 1, screen.Width, rows + 1);
    }
}
