namespace PluginHost.Terminal;

public sealed partial class SplitPane
{
    private const Modifiers Moving = Modifiers.Alt | Modifiers.Shift;
    private bool _isDragging;

    private int Length => IsAcross ? Area.Width : Area.Height;

    /// <summary>Moves the divider.</summary>
    /// <param name="cells">How far: to the right or down where it is positive.</param>
    public void MoveDivider(int cells)
    {
        if (Zoomed == SplitSide.None && Length > 2)
            PlaceDivider(FirstLength(Length) + cells);
    }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key.Modifiers != Moving || Zoomed != SplitSide.None)
            return false;

        switch (key.Key)
        {
            case Key.Left when IsAcross:
            case Key.Up when !IsAcross:
                MoveDivider(-1);
                return true;
            case Key.Right when IsAcross:
            case Key.Down when !IsAcross:
                MoveDivider(1);
                return true;
            case Key.Home:
                Ratio = UsualRatio;
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (Zoomed != SplitSide.None || mouse.Button != MouseButton.Left)
            return false;

        var at = IsAcross ? mouse.X : mouse.Y;
        switch (mouse.Action)
        {
            case MouseAction.Press when at == FirstLength(Length) && Length > 1:
                _isDragging = true;
                if (clicks == 2)
                    Ratio = UsualRatio;

                return true;
            case MouseAction.Move when _isDragging:
                PlaceDivider(at);
                return true;
            case MouseAction.Release when _isDragging:
                _isDragging = false;
                return true;
            default:
                return false;
        }
    }

    // The ratio follows the cell that it really gets, so that the next step does not start from where the divider could not go.
    private void PlaceDivider(int at)
    {
        var room = Length - 1;
        if (room < 1)
            return;

        Ratio = (double)Fitted(room, at) / room;
    }
}
