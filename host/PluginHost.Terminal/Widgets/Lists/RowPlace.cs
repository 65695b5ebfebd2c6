namespace PluginHost.Terminal;

/// <summary>
/// Which row is selected, and which is the first that is seen: the same for lists, trees, tables and menus. It answers the keys that move, and keeps
/// the selected row in sight.
/// </summary>
internal sealed class RowPlace
{
    private const int WheelStep = 3;

    /// <summary>How many rows there are; told in each frame, and before a key is answered.</summary>
    public int Count { get; private set; }

    /// <summary>How many are seen.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>The first that is seen.</summary>
    public int Top { get; private set; }

    /// <summary>The selected one; -1 where there is none.</summary>
    public int Selected { get; private set; } = -1;

    /// <summary>Takes in how many rows there are, and keeps both places within them.</summary>
    public void Fit(int count)
    {
        Count = count;
        Selected = count == 0 ? -1 : Math.Clamp(Selected, 0, count - 1);
        Top = Math.Clamp(Top, 0, Math.Max(0, count - Height));
    }

    /// <summary>Takes in how many rows are seen. Where that changed, the selected one stays in sight.</summary>
    public void Fit(int count, int height)
    {
        height = Math.Max(1, height);
        var isChanged = height != Height;
        Height = height;
        Fit(count);
        if (isChanged)
            Show();
    }

    public void Select(int index)
    {
        Selected = Count == 0 ? -1 : Math.Clamp(index, 0, Count - 1);
        Show();
    }

    /// <summary>Takes both places at once, as they are after rows came and went.</summary>
    public void Restore(int selected, int top)
    {
        Selected = Count == 0 ? -1 : Math.Clamp(selected, 0, Count - 1);
        Top = Math.Clamp(top, 0, Math.Max(0, Count - Height));
    }

    /// <summary>Moves what is seen, and leaves the selection where it is.</summary>
    public void Scroll(int rows) => Top = Math.Clamp(Top + rows, 0, Math.Max(0, Count - Height));

    /// <summary>Answers a key that moves.</summary>
    /// <returns>Whether it was one.</returns>
    public bool OnKey(KeyInput key)
    {
        if (key.Modifiers != Modifiers.None)
            return false;

        int? target = key.Key switch
        {
            Key.Up => Selected - 1,
            Key.Down => Selected + 1,
            Key.PageUp => Selected - Math.Max(1, Height - 1),
            Key.PageDown => Selected + Math.Max(1, Height - 1),
            Key.Home => 0,
            Key.End => Count - 1,
            _ => null,
        };
        if (target is { } index)
            Select(index);

        return target is not null;
    }

    /// <summary>Answers the wheel.</summary>
    /// <returns>Whether it turned.</returns>
    public bool OnWheel(MouseInput mouse)
    {
        if (mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown))
            return false;

        Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
        return true;
    }

    private void Show()
    {
        if (Selected >= 0)
            Top = Math.Clamp(Top, Selected - Height + 1, Selected);

        Top = Math.Clamp(Top, 0, Math.Max(0, Count - Height));
    }
}
