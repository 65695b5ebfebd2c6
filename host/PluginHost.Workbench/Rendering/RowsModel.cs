using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>A view of rows, one of which is selected. The selection belongs to the row and not to its place.</summary>
public abstract class RowsModel : ViewModel
{
    private string? _selectedKey;

    private protected RowsModel()
    {
    }

    /// <summary>The selected row; -1 where there is none.</summary>
    public int Selected { get; private set; } = -1;

    /// <inheritdoc/>
    public override bool CanFilter => true;

    /// <summary>What names a row, and stays the same from snapshot to snapshot.</summary>
    /// <param name="row">Which one, from 0.</param>
    public abstract string KeyOf(int row);

    /// <summary>Selects a row, as a click on it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Select(int row)
    {
        var selected = Extent == 0 ? -1 : Math.Clamp(row, 0, Extent - 1);
        if (selected != Selected)
        {
            Selected = selected;
            _selectedKey = selected < 0 ? null : KeyOf(selected);
            Touch();
        }

        ShowSelected();
        OnSelected();
    }

    /// <summary>Opens a row, as Enter or a double click does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Open(int row)
    {
        Select(row);
        if (Selected >= 0)
            OnOpen(Selected);
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (key.Modifiers != KeyModifiers.None)
            return false;

        switch (key.Key)
        {
            case "up":
                Select(Selected - 1);
                return true;
            case "down":
                Select(Selected + 1);
                return true;
            case "pageup":
                Select(Selected - Page);
                return true;
            case "pagedown":
                Select(Selected + Page);
                return true;
            case "home":
                Select(0);
                return true;
            case "end":
                Select(Extent - 1);
                return true;
            case "enter":
                Open(Selected);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Finds the selected row again among the new ones, and keeps it at its place on screen: nothing moves under the cursor.</summary>
    private protected void Reselect(Func<string, int> rowOf)
    {
        var offset = Selected < 0 ? 0 : Selected - Top;
        var row = _selectedKey is null ? -1 : rowOf(_selectedKey);
        if (row < 0 && Extent > 0)
            row = Math.Clamp(Selected, 0, Extent - 1);

        Selected = Extent == 0 ? -1 : row;
        _selectedKey = Selected < 0 ? _selectedKey : KeyOf(Selected);
        Top = Selected - offset;
        Touch();
    }

    private protected override void OnPage() => ShowSelected();

    private protected virtual void OnOpen(int row)
    {
    }

    private protected virtual void OnSelected()
    {
    }

    private void ShowSelected()
    {
        if (Selected >= 0)
            Top = Math.Clamp(Top, Selected - Page + 1, Selected);
        else
            Top = 0;
    }
}
