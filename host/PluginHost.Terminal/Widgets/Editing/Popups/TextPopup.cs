namespace PluginHost.Terminal;

/// <summary>Some lines beside the caret: what is wrong there, what something is, how it is called.</summary>
internal sealed class TextPopup : CaretPopup
{
    private const int MostWidth = 64;
    private const int MostHeight = 14;
    private const int Edges = 2;

    private IReadOnlyList<RichLine> _lines;
    private List<RichLine>? _wrapped;
    private int _wrappedTo;
    private int _top;

    public TextPopup(WidgetScreen screen, IReadOnlyList<RichLine> lines)
        : base(screen) => _lines = lines;

    public void Show(IReadOnlyList<RichLine> lines)
    {
        (_lines, _wrapped, _top) = (lines, null, 0);
        Invalidate();
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
            _top += mouse.Button == MouseButton.WheelUp ? -1 : 1;

        return true;
    }

    protected override (int Width, int Height) SizeOn(Rect screen, Rect anchor)
    {
        var room = Math.Max(1, Math.Min(MostWidth, screen.Width) - Edges);
        if (_wrapped is null || _wrappedTo != room)
            (_wrapped, _wrappedTo) = (RichWrap.Of(_lines, room, Screen!.Frames.Text), room);

        var width = 1;
        foreach (var line in _wrapped)
            width = Math.Max(width, TextWidth.Of(line.Text, Screen!.Frames.Text));

        return (Math.Min(width, room) + Edges, Math.Min(_wrapped.Count, MostHeight) + Edges);
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var style = theme[Roles.Layer];
        canvas.Fill(style);
        var inside = canvas.Box(canvas.Area, theme.Glyphs.Border, Canvas.Over(style, theme[Roles.Edge]));
        _top = Math.Clamp(_top, 0, Math.Max(0, _wrapped!.Count - inside.Height));
        for (var y = 0; y < inside.Height && _top + y < _wrapped.Count; y++)
            inside.Write(new Rect(0, y, inside.Width, 1), _wrapped[_top + y], style, theme);

        // The wheel shows the rest.
        ScrollBar.Draw(canvas.Inside(new Rect(0, 1, canvas.Width, inside.Height)), _top, inside.Height, _wrapped.Count, theme);
    }
}
