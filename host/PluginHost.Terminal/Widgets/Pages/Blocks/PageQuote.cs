namespace PluginHost.Terminal;

/// <summary>What somebody else says.</summary>
/// <param name="Blocks">The parts of it.</param>
public sealed record PageQuote(IReadOnlyList<PageBlock> Blocks) : PageBlock;
