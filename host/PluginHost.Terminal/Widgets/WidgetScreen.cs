namespace PluginHost.Terminal;

/// <summary>
/// A screen of widgets: one that fills it, and layers over it. It owns the focus, and leads keys and the mouse to whom they are meant for: a key to the widget
/// that has the focus, then to what that is part of, at last to <see cref="UnusedKey"/>.
/// </summary>
public sealed partial class WidgetScreen : IScreen
{
    private readonly List<Layer> _layers = [];
    private IFrames? _frames;

    /// <summary>Makes one.</summary>
    /// <param name="content">What fills the screen.</param>
    /// <param name="theme">How it looks.</param>
    public WidgetScreen(Widget content, Theme theme)
    {
        (Content, Theme) = (content, theme);
        content.Root = this;
    }

    /// <summary>What fills the screen.</summary>
    public Widget Content { get; }

    /// <summary>How it looks. Who changes it asks for a frame.</summary>
    public Theme Theme { get; set; }

    /// <summary>What draws it.</summary>
    /// <exception cref="InvalidOperationException">It is not shown yet.</exception>
    public IFrames Frames => _frames ?? throw new InvalidOperationException("The screen is not shown yet.");

    /// <summary>Who gets the keys first; null where nobody can.</summary>
    public Widget? Focused { get; private set; }

    /// <summary>The layers, the topmost last.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>Asked before anybody else about a key. True where it was taken.</summary>
    public Func<KeyInput, bool>? FirstKey { get; set; }

    /// <summary>Asked at last about a key that nobody took. True where it was taken.</summary>
    public Func<KeyInput, bool>? UnusedKey { get; set; }

    /// <summary>Called once when the screen is shown.</summary>
    public Action? Started { get; set; }

    internal long Frame { get; private set; }

    /// <inheritdoc/>
    public void Start(IFrames frames)
    {
        _frames = frames;
        Started?.Invoke();
        if (Focused is null)
            FocusFirst(Content);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas)
    {
        Frame++;
        canvas.Fill(Theme[Roles.Text]);
        Content.DrawOn(canvas);
        foreach (var layer in _layers)
            layer.Content.DrawOn(canvas.Inside(layer.Place(canvas.Area)));
    }

    /// <summary>Asks for a frame. On any thread.</summary>
    public void Invalidate() => _frames?.Invalidate();

    /// <summary>Puts a layer over the rest. Where it takes input, it gets the focus, and gives it back when it is closed.</summary>
    /// <param name="layer">The layer.</param>
    public void Open(Layer layer)
    {
        layer.Content.Root = this;
        layer.FocusedBefore = Focused;
        _layers.Add(layer);
        if (layer.TakesInput)
            FocusFirst(layer.Content);

        Invalidate();
    }

    /// <summary>Closes a layer.</summary>
    /// <param name="layer">The layer; one that is not open is left alone.</param>
    public void Close(Layer layer)
    {
        if (!_layers.Remove(layer))
            return;

        var hadFocus = layer.Content.HasFocus;
        layer.Content.Root = null;
        if (hadFocus || Focused?.Screen is null)
            Focus(layer.FocusedBefore is { Screen: not null } before ? before : null);

        // Who was to get the focus back from this one gets it from the one above.
        foreach (var other in _layers.Where(other => other.FocusedBefore is { Screen: null }))
            other.FocusedBefore = layer.FocusedBefore;

        layer.Closed?.Invoke();
        Invalidate();
    }
}
