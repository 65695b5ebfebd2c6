namespace PluginHost.Terminal;

/// <summary>An item of a list.</summary>
/// <param name="Blocks">The parts of it.</param>
public sealed record PageListItem(IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>Whether the task that it names is done.</summary>
    /// <value><see langword="null"/>: it is no task.</value>
    public bool? IsDone { get; init; }
}
