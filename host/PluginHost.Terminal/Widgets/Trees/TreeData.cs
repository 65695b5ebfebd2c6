namespace PluginHost.Terminal;

/// <summary>Nodes of a tree that are in memory. A filter leaves the nodes that match and the way to them. Only on the screen's thread.</summary>
public sealed class TreeData : ITreeRows, IFilteredRows
{
    private readonly Dictionary<string, TreeEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _roots = [];
    private readonly Dictionary<string, List<string>> _left = new(StringComparer.Ordinal); // While there is a filter: what it leaves below each node.
    private List<string> _leftRoots = [];
    private FilterWords _words = FilterWords.None;
    private bool _isFilterDue;

    /// <summary>How many nodes there are.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public long Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string>? Children(string? key)
    {
        if (_words.IsEmpty)
            return key is null ? _roots : _entries[key].Children;

        if (_isFilterDue)
            Narrow();

        return key is null ? _leftRoots : _left.GetValueOrDefault(key) ?? [];
    }

    /// <inheritdoc/>
    public TreeItem Item(string key) => _entries[key].Item;

    /// <summary>Puts a node there: as the last below another, or, where there is one with its key, in that one's place.</summary>
    /// <param name="parent">What it is below; null for a root. Not looked at where the node is there already.</param>
    /// <param name="key">Its key.</param>
    /// <param name="item">What it shows.</param>
    /// <exception cref="ArgumentException">There is no such parent.</exception>
    public void Set(string? parent, string key, TreeItem item)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Item = item;
        }
        else
        {
            if (parent is not null && !_entries.ContainsKey(parent))
                throw new ArgumentException($"There is no node {parent} to put {key} below.", nameof(parent));

            (parent is null ? _roots : _entries[parent].Children).Add(key);
            _entries.Add(key, new TreeEntry(parent, item));
        }

        Change();
    }

    /// <summary>Takes a node away, and all that is below it.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return false;

        (entry.Parent is null ? _roots : _entries[entry.Parent].Children).Remove(key);
        var gone = new Stack<string>([key]);
        while (gone.TryPop(out var next))
        {
            _entries.Remove(next, out var removed);
            foreach (var child in removed!.Children)
                gone.Push(child);
        }

        Change();
        return true;
    }

    /// <inheritdoc/>
    public void Filter(string text)
    {
        _words = new FilterWords(text);
        Change();
    }

    private void Change()
    {
        Version++;
        _isFilterDue = true;
    }

    private void Narrow()
    {
        _isFilterDue = false;
        _left.Clear();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, entry) in _entries)
        {
            if (!_words.Match(entry.Item.Label, entry.Item.Detail))
                continue;

            for (var node = key; node is not null && kept.Add(node);)
                node = _entries[node].Parent;
        }

        _leftRoots = _roots.FindAll(kept.Contains);
        foreach (var key in kept)
        {
            if (_entries[key].Children.FindAll(kept.Contains) is { Count: > 0 } children)
                _left.Add(key, children);
        }
    }
}
