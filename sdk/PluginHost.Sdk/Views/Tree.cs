namespace PluginHost.Sdk;

/// <summary>Nodes under nodes, each openable.</summary>
public sealed record Tree : View
{
    /// <summary>The nodes at the top, in order.</summary>
    public required IReadOnlyList<TreeNode> Nodes { get; init => field = [.. value]; }

    /// <summary>A flat tree: one node for each item.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <param name="text">What a node says of an item.</param>
    /// <returns>The tree.</returns>
    public static Tree Of<T>(IEnumerable<T> items, Func<T, string> text) =>
        new() { Nodes = [.. items.Select((item, index) => new TreeNode { Id = index.ToString(Invariant), Text = text(item) })] };

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;
}
