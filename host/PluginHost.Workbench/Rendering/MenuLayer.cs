using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>A menu that is open. The renderer hangs it from its title, or at the selected row where it belongs to one.</summary>
public sealed class MenuLayer : Layer
{
    private readonly Action<MenuItem> _choose;
    private readonly Action<int> _turn;

    internal MenuLayer(Menu menu, IReadOnlyList<MenuItem> items, Action<MenuItem> choose, Action<int> turn)
        : base(menu.Title)
    {
        Menu = menu;
        Items = items;
        _choose = choose;
        _turn = turn;
    }

    /// <summary>The title that it hangs from.</summary>
    public Menu Menu { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<MenuItem> Items { get; }

    /// <summary>The line that Enter chooses.</summary>
    public int Selected { get; private set; }

    /// <summary>Selects a line, as the pointer over it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Select(int row) => Selected = Items.Count == 0 ? 0 : Math.Clamp(row, 0, Items.Count - 1);

    /// <summary>Chooses a line, as a click on it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Choose(int row)
    {
        Select(row);
        if (Items.Count > 0)
            _choose(Items[Selected]);
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "up":
                Select(Selected == 0 ? Items.Count - 1 : Selected - 1);
                return true;
            case "down":
                Select(Selected >= Items.Count - 1 ? 0 : Selected + 1);
                return true;
            case "left":
                _turn(-1);
                return true;
            case "right":
                _turn(1);
                return true;
            case "enter":
                Choose(Selected);
                return true;
            default:
                return false;
        }
    }
}
