namespace PluginHost.Terminal;

/// <summary>A table.</summary>
/// <param name="Alignments">Where the texts of each column stand. One at the start stands at the right where it runs from right to left.</param>
/// <param name="Header">The names of the columns; may be empty.</param>
/// <param name="Rows">The rows. One with fewer cells than there are columns ends early.</param>
public sealed record PageTable(
    IReadOnlyList<Alignment> Alignments, IReadOnlyList<RichLine> Header, IReadOnlyList<IReadOnlyList<RichLine>> Rows) : PageBlock;
