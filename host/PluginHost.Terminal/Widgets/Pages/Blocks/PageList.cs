namespace PluginHost.Terminal;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
public sealed record PageList(IReadOnlyList<PageListItem> Items) : PageBlock
{
    /// <summary>The number of the first item.</summary>
    /// <value><see langword="null"/>: the items have no numbers.</value>
    public int? FirstNumber { get; init; }

    /// <summary>Whether there is a blank row between the items.</summary>
    public bool IsLoose { get; init; }
}
