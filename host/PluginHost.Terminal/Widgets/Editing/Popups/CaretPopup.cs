namespace PluginHost.Terminal;

/// <summary>Something that lies beside a place in a text while a person goes on writing: it takes no focus, and stays on the screen.</summary>
internal abstract class CaretPopup : Widget
{
    private readonly WidgetScreen _screen;
    private readonly Layer _layer;

    protected CaretPopup(WidgetScreen screen)
    {
        _screen = screen;
        _layer = new Layer(this, PlaceOn) { TakesInput = false };
    }

    /// <summary>Where the place stands on the screen; null where it is not seen, and neither is this.</summary>
    public required Func<Rect?> Anchor { get; init; }

    /// <summary>Whether it rather stands above.</summary>
    public bool PrefersAbove { get; init; }

    public void Open() => _screen.Open(_layer);

    public void Close() => _screen.Close(_layer);

    /// <summary>How large it would be, on a screen of a size.</summary>
    protected abstract (int Width, int Height) SizeOn(Rect screen, Rect anchor);

    /// <summary>Its first column.</summary>
    protected virtual int LeftOn(Rect screen, Rect anchor, int width) => Math.Clamp(anchor.X, 0, Math.Max(0, screen.Width - width));

    private Rect PlaceOn(Rect screen)
    {
        if (Anchor() is not { } anchor)
            return default;

        var (width, height) = SizeOn(screen, anchor);
        width = Math.Min(width, screen.Width);
        var (above, below) = (anchor.Y, screen.Height - anchor.Bottom);
        var isAbove = PrefersAbove ? height <= above || above >= below : height > below && above > below;
        height = Math.Min(height, isAbove ? above : below);
        return new Rect(LeftOn(screen, anchor, width), isAbove ? anchor.Y - height : anchor.Bottom, width, height);
    }
}
