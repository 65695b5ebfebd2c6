namespace PluginHost.Terminal;

/// <summary>
/// An open menu, with the menus that were opened from its entries: the menu of a place (<see cref="OpenAt"/>) or of something (<see cref="OpenUnder"/>). Arrows
/// move, Enter and the letter of an entry run it, Right opens what is behind it, Left and Esc close one box, a click beside closes all. What cannot be run
/// says why, and stays.
/// </summary>
public sealed partial class Menu : Widget
{
    private readonly List<MenuPanel> _panels = [];
    private readonly Layer _layer;
    private WidgetScreen? _screen;

    private Menu(IReadOnlyList<MenuItem> items, Rect anchor, Action? closed)
    {
        _layer = new Layer(this, screen => screen) { Closed = closed, ClosesOnEscape = false };
        Add(new MenuPanel(items, anchor, isBeside: false));
    }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => _screen is not null;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _panels;

    /// <summary>Where a press is answered although it is beside the menu: the bar that it was opened from.</summary>
    internal MenuBar? Bar { get; init; }

    private MenuPanel Last => _panels[^1];

    /// <summary>Opens a menu at a place, as the right button of the mouse does.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    /// <param name="items">Its entries.</param>
    public static Menu OpenAt(WidgetScreen screen, int x, int y, IReadOnlyList<MenuItem> items) =>
        OpenUnder(screen, new Rect(x, y, 0, 1), items);

    /// <summary>Opens a menu under something, or over it where there is more room.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="anchor">Where that is on the screen.</param>
    /// <param name="items">Its entries.</param>
    public static Menu OpenUnder(WidgetScreen screen, Rect anchor, IReadOnlyList<MenuItem> items) => Open(new Menu(items, anchor, closed: null), screen);

    internal static Menu OpenFrom(MenuBar bar, WidgetScreen screen, Rect anchor, IReadOnlyList<MenuItem> items, Action closed) =>
        Open(new Menu(items, anchor, closed) { Bar = bar }, screen);

    /// <summary>Closes it.</summary>
    public void Close()
    {
        if (_screen is not { } screen)
            return;

        _screen = null;
        screen.Close(_layer);
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        foreach (var panel in _panels)
            panel.DrawOn(canvas.Inside(panel.Place(canvas.Area, canvas.Text)));
    }

    private static Menu Open(Menu menu, WidgetScreen screen)
    {
        menu._screen = screen;
        screen.Open(menu._layer);
        return menu;
    }

    private void Add(MenuPanel panel) => _panels.Add(Adopt(panel));

    private void CloseFrom(int index)
    {
        while (_panels.Count > Math.Max(1, index))
        {
            Release(Last);
            _panels.RemoveAt(_panels.Count - 1);
        }
    }

    // The menu is gone before anything happens: what runs may open a dialog.
    private void Choose(MenuPanel panel)
    {
        if (panel.SelectedItem is not { } item || !panel.CanRun(panel.Selected))
            return;

        if (item.Items is not null)
        {
            Enter(panel);
            return;
        }

        Close();
        item.Run?.Invoke();
    }

    private bool Enter(MenuPanel panel)
    {
        if (panel.SelectedItem?.Items is not { } items || !panel.CanRun(panel.Selected))
            return false;

        CloseFrom(_panels.IndexOf(panel) + 1);
        Add(new MenuPanel(items(), panel.SelectedPlace, isBeside: true));
        return true;
    }
}
