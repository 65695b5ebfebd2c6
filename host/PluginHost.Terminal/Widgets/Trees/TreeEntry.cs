namespace PluginHost.Terminal;

/// <summary>A node of <see cref="TreeData"/>.</summary>
internal sealed class TreeEntry(string? parent, TreeItem item)
{
    public string? Parent { get; } = parent;

    public TreeItem Item { get; set; } = item;

    public List<string> Children { get; } = [];
}
