namespace PluginHost.Terminal;

/// <summary>
/// A part of the screen that draws itself and answers keys and the mouse. It keeps what a person has done to it (selection, place, text) and nothing of what
/// it looks like: that is drawn anew in each frame. All of it happens on the screen's thread.
/// </summary>
public abstract class Widget
{
    private long _drawnIn = -1;

    /// <summary>What it is part of; null where it is the whole, or not shown at all.</summary>
    public Widget? Parent { get; private set; }

    /// <summary>Where it stands on the screen, as it was drawn last.</summary>
    public Rect Area { get; private set; }

    /// <summary>Whether it can have the focus.</summary>
    public virtual bool CanFocus => false;

    /// <summary>The parts that it is drawn with, in the order in which Tab goes through them.</summary>
    public virtual IReadOnlyList<Widget> Children => [];

    /// <summary>Whether keys come here first.</summary>
    public bool IsFocused => Screen?.Focused == this;

    /// <summary>Whether keys come here or to a part of it.</summary>
    public bool HasFocus
    {
        get
        {
            for (var widget = Screen?.Focused; widget is not null; widget = widget.Parent)
            {
                if (widget == this)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The screen that shows it; null while none does.</summary>
    public WidgetScreen? Screen => Root ?? Parent?.Screen;

    /// <summary>How its roles look: the screen's theme.</summary>
    public Theme Theme => Screen?.Theme ?? Theme.Dark;

    internal WidgetScreen? Root { get; set; }

    /// <summary>Draws it on its part of the screen. Who draws a part calls this, so that the mouse finds it.</summary>
    /// <param name="canvas">Its part.</param>
    public void DrawOn(Canvas canvas)
    {
        Area = canvas.OnScreen;
        _drawnIn = Screen?.Frame ?? -1;
        if (canvas is { Width: > 0, Height: > 0 })
            Draw(canvas);
    }

    /// <summary>Answers a key that came to it, or to a part of it that did not take it.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was taken. What is not goes on to what this is part of.</returns>
    public virtual bool OnKey(KeyInput key) => false;

    /// <summary>Answers text that was pasted.</summary>
    /// <param name="text">The text; line ends are <c>\n</c>.</param>
    /// <returns>Whether it was taken.</returns>
    public virtual bool OnPaste(string text) => false;

    /// <summary>Answers the mouse. Who takes a press gets all that follows until the button comes up, wherever the mouse goes.</summary>
    /// <param name="mouse">What it did, in columns and rows of <see cref="Area"/>.</param>
    /// <param name="clicks">How often the button went down in one place in a short time: 1, 2 or 3.</param>
    /// <returns>Whether it was taken. What is not goes on to what this is part of.</returns>
    public virtual bool OnMouse(MouseInput mouse, int clicks) => false;

    /// <summary>Asks for the focus.</summary>
    public void Focus() => Screen?.Focus(this);

    /// <summary>Asks for a frame. On any thread.</summary>
    public void Invalidate() => Screen?.Invalidate();

    internal bool IsAt(int x, int y, long frame) => _drawnIn == frame && Area.Contains(x, y);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Its part of the screen, filled with what lies behind it. It has at least one cell.</param>
    protected abstract void Draw(Canvas canvas);

    /// <summary>Told when the focus came or went.</summary>
    protected internal virtual void OnFocusChanged()
    {
    }

    /// <summary>Makes another a part of this one.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="child">The other. It leaves what it was part of.</param>
    /// <returns>The same.</returns>
    protected T Adopt<T>(T child)
        where T : Widget
    {
        child.Parent = this;
        return child;
    }

    /// <summary>Lets a part go. Where it had the focus, the focus goes to this or what this is part of.</summary>
    /// <param name="child">The part.</param>
    protected void Release(Widget child)
    {
        if (child.Parent != this)
            return;

        if (child.HasFocus)
            Screen!.FocusNear(this);

        child.Parent = null;
    }
}
