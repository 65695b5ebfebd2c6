namespace PluginHost.Terminal;

public sealed partial class LogView
{
    private const int WheelStep = 3;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        TakeIn();
        _note = "";
        if (_filter.IsEditing)
            return key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown && OnMoveKey(key);

        return OnSelectionKey(key) || _filter.OnKeyOfOwner(key, true) || OnMoveKey(key);
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        TakeIn();
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
            ScrollBy(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
        else if (mouse.Button != MouseButton.Left)
            return false;
        else
            OnLeft(mouse, clicks);

        return true;
    }

    private bool OnMoveKey(KeyInput key)
    {
        if ((key.Modifiers & ~Modifiers.Shift) != Modifiers.None)
            return false;

        var page = Math.Max(1, _place.Height - 1);
        var selects = key.Modifiers == Modifiers.Shift;
        switch (key.Key)
        {
            case Key.Up or Key.Down:
                MoveCursor(key.Key == Key.Up ? -1 : 1, selects);
                return true;
            case Key.PageUp or Key.PageDown when _cursor is null && !selects:
                ScrollBy(key.Key == Key.PageUp ? -page : page);
                return true;
            case Key.PageUp or Key.PageDown:
                MoveCursor(key.Key == Key.PageUp ? -page : page, selects);
                return true;
            case Key.Home:
                GoHome(selects);
                return true;
            case Key.End when !selects:
                Follow();
                return true;
            default:
                return false;
        }
    }

    private void GoHome(bool selects)
    {
        _place.Pause();
        if (_cursor is not null)
            SetCursor(_place.First, selects);

        _place.GoTo(_place.First);
    }

    // Back at the end, it follows again, but not while somebody has selected something there.
    private void ScrollBy(int rows)
    {
        if (rows < 0 && _place.IsMore)
            _place.Pause();

        if (_place.Scroll(rows) && rows > 0 && _cursor is null)
            _place.Follow();
    }

    private void OnLeft(MouseInput mouse, int clicks)
    {
        var (_, seen, count) = _place.Extent(_linesSeen);
        if (_grip.OnMouse(mouse, _body, seen, count, out var top))
            DragTo(top);
        else
            OnPress(mouse, clicks);
    }

    private void DragTo(int top)
    {
        _place.Pause();
        if (_place.GoToPart(top) && _cursor is null)
            _place.Follow();
    }

    private void OnPress(MouseInput mouse, int clicks)
    {
        var isPress = mouse.Action == MouseAction.Press;
        if (isPress && mouse.Y > _body.Bottom - 1)
        {
            if (mouse.Y == _body.Bottom && !IsFollowing)
                Follow();
            else
                _filter.Edit();

            return;
        }

        if (!isPress)
            ScrollTowards(mouse.Y);

        if (LineAt(mouse.Y) is not { } line || (!isPress && _cursor is null))
            return;

        SetCursor(line, !isPress || mouse.Modifiers.HasFlag(Modifiers.Shift));
        if (clicks == 2 && isPress)
            Opened?.Invoke(NumberOf(line));
    }

    // Dragging beyond an edge brings more of it.
    private void ScrollTowards(int y)
    {
        if (y < 0)
            _place.Scroll(-1);
        else if (y >= _body.Height)
            _place.Scroll(1);
    }
}
