namespace PluginHost.Terminal;

/// <summary>Something that lies over the rest of the screen: a menu, a dialog, a toast.</summary>
public sealed class Layer
{
    /// <summary>Makes one.</summary>
    /// <param name="content">What it shows.</param>
    /// <param name="place">Where it stands on a screen of that size; asked in each frame.</param>
    public Layer(Widget content, Func<Rect, Rect> place) => (Content, Place) = (content, place);

    /// <summary>What it shows.</summary>
    public Widget Content { get; }

    /// <summary>Where it stands on a screen of that size; asked in each frame.</summary>
    public Func<Rect, Rect> Place { get; }

    /// <summary>Whether keys and clicks go nowhere else while it is there. One that is not takes no focus, and keys pass it by.</summary>
    /// <value><see langword="true"/></value>
    public bool TakesInput { get; init; } = true;

    /// <summary>Whether Esc closes it, where its content does not take that key.</summary>
    /// <value><see langword="true"/></value>
    public bool ClosesOnEscape { get; init; } = true;

    /// <summary>Whether a click beside it closes it.</summary>
    public bool ClosesOnClickBeside { get; init; }

    /// <summary>Called when it was closed, by whatever.</summary>
    public Action? Closed { get; init; }

    internal Widget? FocusedBefore { get; set; }
}
