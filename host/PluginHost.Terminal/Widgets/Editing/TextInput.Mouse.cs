namespace PluginHost.Terminal;

public sealed partial class TextInput
{
    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        switch (mouse.Action)
        {
            case MouseAction.Press:
                _isDragging = true;
                Press(IndexAt(mouse.X), clicks, mouse.Modifiers.HasFlag(Modifiers.Shift));
                break;
            case MouseAction.Move when _isDragging:
                Go(IndexAt(mouse.X), true);
                break;
            case MouseAction.Release:
                _isDragging = false;
                break;
        }

        return true;
    }

    private void Press(int index, int clicks, bool selects)
    {
        if (clicks == 3 || (clicks == 2 && IsSecret))
        {
            SelectAll();
        }
        else if (clicks == 2)
        {
            var (start, end) = WordBounds.At(Text, index);
            Select(start, end);
        }
        else
        {
            Go(index, selects);
        }
    }

    private int IndexAt(int x) => FromShown(Rows.ColumnAt(0, x - _left));
}
