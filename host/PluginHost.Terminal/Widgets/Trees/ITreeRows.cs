namespace PluginHost.Terminal;

/// <summary>
/// The nodes of a tree, asked for when they are needed: the children of a node when it is opened, an item when it is seen. Where it is an
/// <see cref="IFilteredRows"/> as well, the tree can be filtered.
/// </summary>
public interface ITreeRows
{
    /// <summary>Another number whenever a node has got or lost children, or an item has changed.</summary>
    long Version { get; }

    /// <summary>The keys of what is below a node, in their order. A key is that of one node of the tree alone.</summary>
    /// <param name="key">The node; null for the roots.</param>
    /// <returns>The keys, none for a leaf; null where they are not known yet: the version changes when they are.</returns>
    IReadOnlyList<string>? Children(string? key);

    /// <summary>What a node shows. What gives the same item again lets a frame cost nothing.</summary>
    /// <param name="key">The node.</param>
    TreeItem Item(string key);
}
