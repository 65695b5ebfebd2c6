namespace PluginHost.Terminal;

public sealed partial class TreeView
{
    /// <summary>Whether a node shows what is below it, or would if it were seen.</summary>
    /// <param name="key">Its key.</param>
    public bool IsExpanded(string key) => _nodes.IsOpen(key);

    /// <summary>Shows what is below a node; of one that is not seen, as soon as it is.</summary>
    /// <param name="key">Its key.</param>
    public void Expand(string key) => Turn(key, true);

    /// <summary>Hides what is below a node. Where that is selected, the node is.</summary>
    /// <param name="key">Its key.</param>
    public void Collapse(string key) => Turn(key, false);

    /// <summary>Shows all that is below a node: at most 200,000 nodes are opened at once.</summary>
    /// <param name="key">Its key; one that is not seen is left alone.</param>
    public void ExpandAll(string key)
    {
        var row = RowOf(key);
        if (row < 0 || !Rows.Item(key).IsExpandable)
            return;

        _nodes.OpenAll(Rows, row);
        Invalidate();
    }

    private protected override bool OpenRow(int row)
    {
        var key = _nodes[row].Key;
        if (Rows.Item(key).IsExpandable)
        {
            Turn(key, !IsExpanded(key));
            return true;
        }

        Opened?.Invoke(key);
        return Opened is not null;
    }

    private protected override bool OnRowsKey(KeyInput key)
    {
        if (SelectedRow < 0 || (key.Modifiers != Modifiers.None && key.Text != "*"))
            return false;

        switch (key)
        {
            case { Key: Key.Right }:
                return StepIn(SelectedRow);
            case { Key: Key.Left }:
                return StepOut(SelectedRow);
            case { Key: Key.Character, Text: "*" }:
                ExpandAll(_nodes[SelectedRow].Key);
                return true;
            default:
                return false;
        }
    }

    private protected override void OnRowPress(int row, MouseInput mouse, int clicks)
    {
        var node = _nodes[row];
        if (mouse.X != SignAt(node.Depth, RowWidth) || !Rows.Item(node.Key).IsExpandable)
        {
            base.OnRowPress(row, mouse, clicks);
            return;
        }

        SelectRow(row);
        Turn(node.Key, !IsExpanded(node.Key));
    }

    private bool StepIn(int row)
    {
        var key = _nodes[row].Key;
        if (!Rows.Item(key).IsExpandable)
            return false;

        if (!IsExpanded(key))
            Expand(key);
        else if (row + 1 < _nodes.Count && _nodes[row + 1].Depth > _nodes[row].Depth)
            SelectRow(row + 1);

        return true;
    }

    private bool StepOut(int row)
    {
        var key = _nodes[row].Key;
        if (IsExpanded(key) && Rows.Item(key).IsExpandable)
            Collapse(key);
        else if (_nodes.ParentOf(row) is >= 0 and var parent)
            SelectRow(parent);
        else
            return false;

        return true;
    }

    private void Turn(string key, bool isOpen)
    {
        if (IsExpanded(key) == isOpen)
            return;

        var row = RowOf(key);
        if (row < 0)
            _nodes.SetOpen(key, isOpen);
        else if (isOpen)
            _nodes.Open(Rows, row);
        else
            Close(row);

        Invalidate();
    }

    private void Close(int row)
    {
        if (SelectedRow > row && SelectedRow < _nodes.EndOf(row))
            SelectRow(row);

        _nodes.Close(row);
    }

    private int RowOf(string? key)
    {
        TakeIn();
        return key is not null && _nodes.IsSeen(key) ? FindRow(key, SelectedRow) : -1;
    }
}
