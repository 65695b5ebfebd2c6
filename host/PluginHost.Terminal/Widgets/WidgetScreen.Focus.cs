namespace PluginHost.Terminal;

public sealed partial class WidgetScreen
{
    // The topmost layer that takes input, or what fills the screen: the focus does not leave it.
    private Widget Foreground => _layers.LastOrDefault(layer => layer.TakesInput)?.Content ?? Content;

    /// <summary>Gives a widget the focus.</summary>
    /// <param name="widget">The widget; null takes it from whoever has it.</param>
    public void Focus(Widget? widget)
    {
        if (widget == Focused)
            return;

        var before = Focused;
        Focused = widget;
        before?.OnFocusChanged();
        widget?.OnFocusChanged();
        Invalidate();
    }

    /// <summary>Gives the focus to the next widget that can have it, as Tab does.</summary>
    public void FocusNext() => FocusBy(1);

    /// <summary>Gives the focus to the one before, as Shift+Tab does.</summary>
    public void FocusPrevious() => FocusBy(-1);

    /// <summary>Gives the focus to the first within a widget that can have it; takes it from all where none can.</summary>
    /// <param name="within">The widget.</param>
    public void FocusFirst(Widget within)
    {
        var all = new List<Widget>();
        Collect(within, all);
        Focus(all.Count > 0 ? all[0] : null);
    }

    internal void FocusNear(Widget? widget)
    {
        while (widget is { CanFocus: false })
            widget = widget.Parent;

        Focus(widget);
    }

    private void FocusBy(int step)
    {
        var all = new List<Widget>();
        Collect(Foreground, all);
        if (all.Count == 0)
            return;

        var at = Focused is null ? -1 : all.IndexOf(Focused);
        Focus(at < 0 ? all[step > 0 ? 0 : ^1] : all[(at + step + all.Count) % all.Count]);
    }

    private static void Collect(Widget widget, List<Widget> found)
    {
        if (widget.CanFocus)
            found.Add(widget);

        foreach (var child in widget.Children)
            Collect(child, found);
    }
}
