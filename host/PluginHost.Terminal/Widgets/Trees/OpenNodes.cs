using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>
/// The nodes of a tree that are seen, one under the other, and which of them are open. Opening and closing a node changes what is below it alone. A node
/// that is met again (a source that goes in circles) is left out.
/// </summary>
internal sealed class OpenNodes
{
    // Opened at once: more than anybody can look through, and an end to a tree that has none.
    private const int MostAtOnce = 200_000;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closedInFilter = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<TreeNode> _nodes = [];
    private readonly List<TreeNode> _found = [];
    private readonly Stack<(IReadOnlyList<string> Keys, int Next)> _walk = new();
    private bool _isFiltered;

    public int Count => _nodes.Count;

    /// <summary>Another number whenever nodes have changed places.</summary>
    public long Version { get; private set; }

    public TreeNode this[int row] => _nodes[row];

    /// <summary>What a filter leaves is open, but for what is closed by hand meanwhile.</summary>
    public bool IsOpen(string key) => _isFiltered ? !_closedInFilter.Contains(key) : _open.Contains(key);

    public bool IsSeen(string key) => _keys.Contains(key);

    /// <summary>Whether a node is open, and the source does not know yet what is below it.</summary>
    public bool IsUnknown(string key) => _unknown.Contains(key);

    /// <summary>Asks for everything again that is seen.</summary>
    /// <param name="rows">Whom.</param>
    /// <param name="isFiltered">Whether there is a filter. When it goes, the way to the selected node stays open.</param>
    /// <param name="selected">The row of the selected node.</param>
    public void Read(ITreeRows rows, bool isFiltered, int selected)
    {
        if (_isFiltered && !isFiltered)
            KeepOpen(selected);

        if (_isFiltered != isFiltered)
            _closedInFilter.Clear();

        _isFiltered = isFiltered;
        _nodes.Clear();
        _keys.Clear();
        _unknown.Clear();
        Find(rows, null, 0, 0);
        _nodes.AddRange(_found);
        Version++;
    }

    public void Open(ITreeRows rows, int row) => Open(rows, row, 0);

    /// <summary>Opens a node and all that is below it.</summary>
    public void OpenAll(ITreeRows rows, int row)
    {
        Close(row);
        Open(rows, row, MostAtOnce);
    }

    public void Close(int row)
    {
        SetOpen(_nodes[row].Key, false);
        var end = EndOf(row);
        foreach (var node in CollectionsMarshal.AsSpan(_nodes)[(row + 1)..end])
            _keys.Remove(node.Key);

        _nodes.RemoveRange(row + 1, end - row - 1);
        Version++;
    }

    /// <summary>Remembers whether a node is to be open that is not seen now.</summary>
    public void SetOpen(string key, bool isOpen)
    {
        if (_isFiltered ? !isOpen : isOpen)
            (_isFiltered ? _closedInFilter : _open).Add(key);
        else
            (_isFiltered ? _closedInFilter : _open).Remove(key);
    }

    /// <summary>The row of what a node is part of; -1 where it is a root.</summary>
    public int ParentOf(int row)
    {
        var depth = _nodes[row].Depth;
        for (var i = row - 1; i >= 0; i--)
        {
            if (_nodes[i].Depth < depth)
                return i;
        }

        return -1;
    }

    private void KeepOpen(int row)
    {
        for (var above = row >= 0 && row < Count ? ParentOf(row) : -1; above >= 0; above = ParentOf(above))
            _open.Add(_nodes[above].Key);
    }

    private void Open(ITreeRows rows, int row, int openAtOnce)
    {
        var node = _nodes[row];
        SetOpen(node.Key, true);
        if (EndOf(row) > row + 1)
            return;

        Find(rows, node.Key, node.Depth + 1, openAtOnce);
        _nodes.InsertRange(row + 1, _found);
        Version++;
    }

    /// <summary>The row behind the last that is below a node.</summary>
    public int EndOf(int row)
    {
        var depth = _nodes[row].Depth;
        for (row++; row < _nodes.Count && _nodes[row].Depth > depth;)
            row++;

        return row;
    }

    // With a stack of its own: a tree may be as deep as it has nodes.
    private void Find(ITreeRows rows, string? parent, int depth, int openAtOnce)
    {
        _found.Clear();
        Enter(rows, parent);
        while (_walk.TryPop(out var level))
        {
            if (level.Next == level.Keys.Count)
                continue;

            var key = level.Keys[level.Next];
            var own = depth + _walk.Count;
            _walk.Push(level with { Next = level.Next + 1 });
            if (!_keys.Add(key))
                continue;

            _found.Add(new TreeNode(key, own));
            if (openAtOnce > 0 && !IsOpen(key) && rows.Item(key).IsExpandable)
            {
                openAtOnce--;
                SetOpen(key, true);
            }

            if (IsOpen(key))
                Enter(rows, key);
        }
    }

    private void Enter(ITreeRows rows, string? key)
    {
        var keys = rows.Children(key);
        if (keys is { Count: > 0 })
            _walk.Push((keys, 0));

        if (keys is null && key is not null)
            _unknown.Add(key);
        else if (key is not null)
            _unknown.Remove(key);
    }
}
