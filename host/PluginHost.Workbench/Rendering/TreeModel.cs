using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Nodes under nodes.</summary>
public sealed class TreeModel : RowsModel
{
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private readonly List<Node> _rows = [];
    private Tree _tree = new() { Nodes = [] };

    internal TreeModel()
    {
    }

    /// <inheritdoc/>
    public override int Extent => _rows.Count;

    internal override Record SelectedFields => Selected < 0 ? Record.Empty
        : _rows[Selected].Item is { Fields.Fields.Count: > 0 } item ? item.Fields
        : _rows[Selected].Item.Open?.Arguments ?? Record.Empty;

    /// <inheritdoc/>
    public override bool IsEmpty => _tree.Nodes.Count == 0;

    /// <summary>What is drawn of a row.</summary>
    /// <param name="row">Which one, from 0.</param>
    public TreeRow Row(int row)
    {
        var (node, key, depth) = _rows[row];
        return _rows[row].Drawn ??= new TreeRow(
            node.Detail.Length == 0
                ? new Line(node.Text, Signs.RoleOf(node.Text))
                : new Line(new Span(node.Text, Signs.RoleOf(node.Text)), new Span("  " + node.Detail, Role.Dim)),
            depth,
            node.Children.Count > 0,
            !_folded.Contains(key) || Filter.Length > 0);
    }

    /// <inheritdoc/>
    public override string KeyOf(int row) => _rows[row].Key;

    /// <summary>Shows what lies under a row, or hides it.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Toggle(int row)
    {
        if (row < 0 || _rows[row].Item.Children.Count == 0)
            return;

        if (!_folded.Remove(_rows[row].Key))
            _folded.Add(_rows[row].Key);

        Rebuild();
    }

    internal override bool TryTake(View view)
    {
        if (view is not Tree tree)
            return false;

        _tree = tree;
        Rebuild();
        return true;
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (Selected < 0 || key.Modifiers != KeyModifiers.None)
            return base.OnKey(key, text);

        var row = _rows[Selected];
        switch (key.Key)
        {
            case "right" when _folded.Contains(row.Key):
            case "left" when row.Item.Children.Count > 0 && !_folded.Contains(row.Key):
            case "space":
                Toggle(Selected);
                return true;
            case "right":
                Select(Selected + 1);
                return true;
            case "left":
                Select(_rows.FindLastIndex(Selected, above => above.Depth < row.Depth));
                return true;
            default:
                return base.OnKey(key, text);
        }
    }

    private protected override void OnOpen(int row)
    {
        if (_rows[row].Item.Open is { } call)
            Run(call);
        else
            Toggle(row);
    }

    private protected override void OnFilter() => Rebuild();

    private void Rebuild()
    {
        _rows.Clear();
        var search = new Search(Filter);
        foreach (var node in _tree.Nodes)
            Add(node, "", 0, search);

        Reselect(key => _rows.FindIndex(row => row.Key == key));
    }

    // A node that does not match stays where one under it does: a match keeps its place in the tree.
    private bool Add(TreeNode node, string above, int depth, Search search)
    {
        var key = above.Length == 0 ? node.Id : $"{above}\u001f{node.Id}";
        var at = _rows.Count;
        _rows.Add(new Node(node, key, depth));
        var matches = search.IsEmpty || search.Finds(node.Text) || search.Finds(node.Detail);
        if (!search.IsEmpty || !_folded.Contains(key))
        {
            foreach (var child in node.Children)
                matches |= Add(child, key, depth + 1, search);
        }

        if (!matches)
            _rows.RemoveRange(at, _rows.Count - at);

        return matches;
    }

    private sealed record Node(TreeNode Item, string Key, int Depth)
    {
        public TreeRow? Drawn { get; set; }
    }
}
