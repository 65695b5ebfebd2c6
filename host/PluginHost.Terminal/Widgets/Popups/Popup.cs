namespace PluginHost.Terminal;

/// <summary>Text near something, on the screen whatever is near the edge. It takes no keys; whoever opened it closes it.</summary>
public sealed class Popup : Widget
{
    private const int Edges = 2 * LayerBox.Edges;
    private readonly WrappedText _text;
    private readonly Layer _layer;
    private WidgetScreen? _screen;
    private int _columns;

    /// <summary>Makes one.</summary>
    /// <param name="text">What it says. It is broken into lines of <see cref="MostColumns"/>.</param>
    /// <param name="anchor">What it belongs to, on the screen.</param>
    public Popup(string text, Rect anchor)
    {
        (_text, Anchor) = (new WrappedText(text), anchor);
        _layer = new Layer(this, Place) { TakesInput = false };
    }

    /// <summary>What it belongs to, on the screen.</summary>
    public Rect Anchor { get; set; }

    /// <summary>What it is about, in its edge.</summary>
    public RichLine Title { get; init; } = RichLine.Empty;

    /// <summary>The most columns of text.</summary>
    public int MostColumns { get; init; } = 60;

    /// <summary>The most rows of text.</summary>
    public int MostRows { get; init; } = 12;

    /// <summary>Whether it is seen.</summary>
    public bool IsOpen => _screen is not null;

    /// <summary>Shows it.</summary>
    /// <param name="screen">The screen.</param>
    public void Open(WidgetScreen screen)
    {
        if (IsOpen)
            return;

        _screen = screen;
        screen.Open(_layer);
    }

    /// <summary>Hides it.</summary>
    public void Close()
    {
        _screen?.Close(_layer);
        _screen = null;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var inside = LayerBox.Draw(canvas, Title, Roles.Title, Roles.Edge, Theme);
        _text.Draw(inside.Inside(new Rect(1, 0, inside.Width - 2, inside.Height)), _columns, 0, LayerBox.Look(Theme));
    }

    private Rect Place(Rect screen)
    {
        var text = _screen!.Frames.Text;
        _columns = Math.Max(1, Math.Min(MostColumns, screen.Width - Edges));
        var width = Math.Max(_text.Width(_columns, text), Math.Min(_columns, TextWidth.Of(Title.Text, text) + LayerBox.Edges));
        return Places.Near(screen, Anchor, width + Edges, Math.Min(MostRows, _text.Lines(_columns, text).Count) + LayerBox.Edges);
    }
}
