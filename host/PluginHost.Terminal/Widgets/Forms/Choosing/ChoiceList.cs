namespace PluginHost.Terminal;

/// <summary>A list in which one click is enough.</summary>
internal sealed class ChoiceList : ListBox
{
    // The field above it has the keys.
    public override bool CanFocus => false;

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        var isTaken = base.OnMouse(mouse, 1);
        var isOnRow = mouse.Y >= 0 && mouse.Y < Area.Height && Top + mouse.Y == Selected && mouse.X < Area.Width - 1;
        if (mouse is { Button: MouseButton.Left, Action: MouseAction.Release } && isOnRow)
            Opened?.Invoke(Selected);

        return isTaken;
    }
}
