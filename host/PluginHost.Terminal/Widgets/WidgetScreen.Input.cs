namespace PluginHost.Terminal;

public sealed partial class WidgetScreen
{
    private static readonly TimeSpan BetweenClicks = TimeSpan.FromMilliseconds(400);

    private Widget? _held;
    private MouseInput? _lastPress;
    private long _lastPressAt;
    private int _clicks;

    /// <summary>Where the mouse was when it was heard of last; null before. How much is heard of it, <see cref="TerminalOptions.FollowMouse"/> says.</summary>
    public (int X, int Y)? MouseAt { get; private set; }

    /// <inheritdoc/>
    public void OnInput(InputEvent input)
    {
        switch (input)
        {
            case KeyInput { IsRelease: false } key:
                OnKey(key);
                break;
            case PasteInput paste:
                OnPaste(paste.Text);
                break;
            case MouseInput mouse:
                OnMouse(mouse);
                break;
        }
    }

    private void OnKey(KeyInput key)
    {
        if (FirstKey?.Invoke(key) == true)
            return;

        var foreground = Foreground;
        for (var widget = Focused ?? foreground; widget is not null; widget = widget.Parent)
        {
            if (widget.OnKey(key))
                return;
        }

        if (key is { Key: Key.Escape, Modifiers: Modifiers.None } && _layers.LastOrDefault(layer => layer.TakesInput) is { ClosesOnEscape: true } top)
            Close(top);
        else if (key is { Key: Key.Tab, Modifiers: Modifiers.None })
            FocusNext();
        else if (key is { Key: Key.Tab, Modifiers: Modifiers.Shift })
            FocusPrevious();
        else
            UnusedKey?.Invoke(key);
    }

    private void OnPaste(string text)
    {
        for (var widget = Focused; widget is not null; widget = widget.Parent)
        {
            if (widget.OnPaste(text))
                return;
        }
    }

    private void OnMouse(MouseInput mouse)
    {
        MouseAt = (mouse.X, mouse.Y);
        var isPress = mouse is { Action: MouseAction.Press, Button: not (MouseButton.WheelUp or MouseButton.WheelDown) };
        if (_held is { Screen: not null } held && !isPress)
        {
            held.OnMouse(Within(held, mouse), _clicks);
            if (mouse.Action == MouseAction.Release)
                _held = null;

            return;
        }

        _held = null;
        if (isPress)
            Count(mouse);

        var hit = Find(mouse.X, mouse.Y, isPress);
        if (isPress)
            FocusOnPress(hit);

        for (var widget = hit; widget is not null; widget = widget.Parent)
        {
            if (!widget.OnMouse(Within(widget, mouse), _clicks))
                continue;

            if (isPress)
                _held = widget;

            break;
        }

        Invalidate();
    }

    private void FocusOnPress(Widget? hit)
    {
        while (hit is { CanFocus: false })
            hit = hit.Parent;

        if (hit is not null)
            Focus(hit);
    }

    // From the top down. Where a layer takes all input, what lies under it cannot be reached.
    private Widget? Find(int x, int y, bool isPress)
    {
        for (var i = _layers.Count - 1; i >= 0; i--)
        {
            var layer = _layers[i];
            if (Deepest(layer.Content, x, y) is { } hit)
                return hit;

            if (!layer.TakesInput)
                continue;

            if (isPress && layer.ClosesOnClickBeside)
                Close(layer);

            return null;
        }

        return Deepest(Content, x, y);
    }

    private Widget? Deepest(Widget widget, int x, int y)
    {
        if (!widget.IsAt(x, y, Frame))
            return null;

        var children = widget.Children;
        for (var i = children.Count - 1; i >= 0; i--)
        {
            if (Deepest(children[i], x, y) is { } hit)
                return hit;
        }

        return widget;
    }

    private void Count(MouseInput press)
    {
        var now = Frames.Clock.GetTimestamp();
        var isAgain = press == _lastPress && Frames.Clock.GetElapsedTime(_lastPressAt, now) < BetweenClicks;
        _clicks = isAgain ? (_clicks % 3) + 1 : 1;
        (_lastPress, _lastPressAt) = (press, now);
    }

    private static MouseInput Within(Widget widget, MouseInput mouse) => mouse with { X = mouse.X - widget.Area.X, Y = mouse.Y - widget.Area.Y };
}
