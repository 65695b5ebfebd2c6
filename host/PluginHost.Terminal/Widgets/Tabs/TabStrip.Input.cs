namespace PluginHost.Terminal;

public sealed partial class TabStrip
{
    private Tab? _dragged;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (_active is not { } active)
            return false;

        switch (key)
        {
            case { Key: Key.Left, Modifiers: Modifiers.None }:
                Step(-1);
                return true;
            case { Key: Key.Right, Modifiers: Modifiers.None }:
                Step(1);
                return true;
            case { Key: Key.Home, Modifiers: Modifiers.None }:
                Active = _tabs[0];
                return true;
            case { Key: Key.End, Modifiers: Modifiers.None }:
                Active = _tabs[^1];
                return true;
            case { Key: Key.Delete, Modifiers: Modifiers.None }:
                Close(active);
                return true;
            case { Key: Key.Left, Modifiers: Modifiers.Shift }:
                Move(active, Math.Max(0, _tabs.IndexOf(active) - 1));
                return true;
            case { Key: Key.Right, Modifiers: Modifiers.Shift }:
                Move(active, _tabs.IndexOf(active) + 1);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        switch (mouse)
        {
            case { Button: MouseButton.WheelUp }:
                Scroll(-1);
                return true;
            case { Button: MouseButton.WheelDown }:
                Scroll(1);
                return true;
            case { Action: MouseAction.Press, Button: MouseButton.Left or MouseButton.Middle }:
                Press(mouse);
                return true;
            case { Action: MouseAction.Move, Button: MouseButton.Left } when _dragged is not null:
                if (IndexAt(mouse.X) is >= 0 and var index && _tabs[index] != _dragged)
                    Move(_dragged, index);

                return true;
            case { Action: MouseAction.Release }:
                _dragged = null;
                return true;
            default:
                return false;
        }
    }

    private void Press(MouseInput mouse)
    {
        if (HasBefore && mouse.X < Arrow)
            Scroll(-1);
        else if (HasAfter && mouse.X >= Area.Width - Arrow)
            Scroll(1);
        else if (IndexAt(mouse.X) is >= 0 and var index)
            Press(_tabs[index], _places[index], mouse);
    }

    private void Press(Tab tab, Rect place, MouseInput mouse)
    {
        if (mouse.Button == MouseButton.Middle || (tab == _active && tab.CanClose && mouse.X == place.Right - SignFromRight))
        {
            Close(tab);
            return;
        }

        Active = tab;
        _dragged = tab;
    }

    private void Scroll(int step)
    {
        if (step < 0 ? HasBefore : HasAfter)
            _first += step;

        Invalidate();
    }

    private int IndexAt(int x)
    {
        for (var i = 0; i < _places.Count; i++)
        {
            if (_places[i].Contains(x, 0))
                return i;
        }

        return -1;
    }
}
