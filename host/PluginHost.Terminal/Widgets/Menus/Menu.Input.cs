namespace PluginHost.Terminal;

public sealed partial class Menu
{
    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key.Modifiers is not (Modifiers.None or Modifiers.Shift))
            return Bar?.TakeShortcut(key) ?? true;

        switch (key.Key)
        {
            case Key.Up:
                Last.Step(-1);
                break;
            case Key.Down:
                Last.Step(1);
                break;
            case Key.Home or Key.PageUp:
                Last.SelectEnd(1);
                break;
            case Key.End or Key.PageDown:
                Last.SelectEnd(-1);
                break;
            case Key.Enter:
                Choose(Last);
                break;
            case Key.Right:
                if (!Enter(Last))
                    Bar?.Step(1);

                break;
            case Key.Left when _panels.Count > 1:
                CloseFrom(_panels.Count - 1);
                break;
            case Key.Left:
                Bar?.Step(-1);
                break;
            case Key.Escape when _panels.Count > 1:
                CloseFrom(_panels.Count - 1);
                break;
            case Key.Escape or Key.F10 or Key.Tab:
                Close();
                break;
            case Key.Character when key.Text.Length == 1:
                ChooseByLetter(char.ToLowerInvariant(key.Text[0]));
                break;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
        {
            if (PanelAt(mouse.X, mouse.Y) >= 0)
                Last.Step(mouse.Button == MouseButton.WheelUp ? -1 : 1);

            return true;
        }

        var at = PanelAt(mouse.X, mouse.Y);
        if (at < 0)
        {
            if (mouse.Action == MouseAction.Press)
                PressBeside(mouse);

            return true;
        }

        var panel = _panels[at];
        var index = panel.IndexAt(mouse.X, mouse.Y);
        if (index < 0)
            return true;

        Point(at, index, opens: mouse.Action != MouseAction.Release);
        if (mouse.Action == MouseAction.Release && panel.SelectedItem?.Items is null)
            Choose(panel);

        return true;
    }

    // Of an entry with a menu behind it, that is seen at once, as far as the mouse tells.
    private void Point(int at, int index, bool opens)
    {
        var panel = _panels[at];
        var isOther = index != panel.Selected;
        panel.Select(index);
        if (panel.Selected != index)
            return;

        if (isOther)
            CloseFrom(at + 1);

        if (opens && _panels.Count == at + 1)
            Enter(panel);
    }

    private void PressBeside(MouseInput mouse)
    {
        var bar = Bar;
        Close();
        if (bar?.Area.Contains(mouse.X, mouse.Y) == true)
            bar.OnMouse(mouse with { X = mouse.X - bar.Area.X, Y = mouse.Y - bar.Area.Y }, 1);
    }

    private void ChooseByLetter(char letter)
    {
        var index = Last.WithLetter(letter);
        if (index < 0)
            return;

        var runs = Last.IsOnlyOneWithLetter(letter);
        Last.Select(index);
        if (runs)
            Choose(Last);
    }

    private int PanelAt(int x, int y)
    {
        for (var i = _panels.Count - 1; i >= 0; i--)
        {
            if (_panels[i].Area.Contains(x, y))
                return i;
        }

        return -1;
    }
}
