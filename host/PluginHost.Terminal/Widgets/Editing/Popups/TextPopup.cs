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

    public TextPopup(WidgetScreen screen, IReadOnlyList<RichLine> lines)
        : base(screen) => _lines = lines;

    public void Show(IReadOnlyList<RichLine> lines)
    {
        (_lines, _wrapped) = (lines, null);
        Invalidate();
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
        for (var y = 0; y < inside.Height && y < _wrapped!.Count; y++)
            inside.Write(new Rect(0, y, inside.Width, 1), _wrapped[y], style, theme);
    }
}
