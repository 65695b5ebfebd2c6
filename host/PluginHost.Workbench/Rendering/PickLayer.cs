using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Finds and picks one of many: the palette, the list of views, a choice, the help on keys.</summary>
public abstract class PickLayer : Layer
{
    private int _page = 1;

    private protected PickLayer(string title)
        : base(title)
    {
    }

    /// <summary>What is looked for.</summary>
    public TextField Input { get; } = new();

    /// <summary>What the empty field says.</summary>
    public abstract string Placeholder { get; }

    /// <summary>How many things are found.</summary>
    public abstract int Count { get; }

    /// <summary>The row that Enter picks; -1 where nothing is found.</summary>
    public int Selected { get; private set; } = -1;

    /// <summary>The first row to draw.</summary>
    public int Top { get; private set; }

    /// <summary>How many rows the renderer shows. It sets this before it draws them.</summary>
    public int Page
    {
        get => _page;
        set
        {
            _page = Math.Max(1, value);
            ShowSelected();
        }
    }

    /// <summary>Whether more may yet be found.</summary>
    public virtual bool IsBusy => false;

    /// <summary>What the list says where nothing is found.</summary>
    public abstract string Empty { get; }

    /// <summary>What the selected one would open, to look at beforehand; null: there is nothing to show.</summary>
    public virtual ViewModel? Preview => null;

    /// <summary>A thing that was found.</summary>
    /// <param name="row">Which one, from 0.</param>
    public abstract PickItem Item(int row);

    /// <summary>Selects a row, as the pointer over it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Select(int row)
    {
        var selected = Count == 0 ? -1 : Math.Clamp(row, 0, Count - 1);
        if (selected == Selected)
            return;

        Selected = selected;
        ShowSelected();
        OnSelected();
    }

    /// <summary>Picks a row, as a click on it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Pick(int row)
    {
        Select(row);
        if (Selected >= 0)
            OnPicked(Selected);
    }

    /// <summary>Scrolls, as the wheel does.</summary>
    /// <param name="rows">By how much; below 0: up.</param>
    public void Scroll(int rows) => Top = Math.Clamp(Top + rows, 0, Math.Max(0, Count - _page));

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "up":
                Select(Selected <= 0 ? Count - 1 : Selected - 1);
                return true;
            case "down":
                Select(Selected >= Count - 1 ? 0 : Selected + 1);
                return true;
            case "pageup":
                Select(Selected - _page);
                return true;
            case "pagedown":
                Select(Selected + _page);
                return true;
            case "enter":
                Pick(Selected);
                return true;
            default:
                return Input.OnKey(key, text);
        }
    }

    internal override void OnPaste(string text) => Input.Insert(text);

    /// <summary>Begins again at the first row: what is found has changed.</summary>
    private protected void Restart(int selected)
    {
        Top = 0;
        Selected = Count == 0 ? -1 : Math.Clamp(selected, 0, Count - 1);
        ShowSelected();
        OnSelected();
    }

    private protected abstract void OnPicked(int row);

    private protected virtual void OnSelected()
    {
    }

    private void ShowSelected()
    {
        if (Selected >= 0)
            Top = Math.Clamp(Top, Selected - _page + 1, Selected);

        Top = Math.Clamp(Top, 0, Math.Max(0, Count - _page));
    }
}
