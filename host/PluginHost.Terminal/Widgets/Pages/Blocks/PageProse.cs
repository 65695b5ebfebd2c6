namespace PluginHost.Terminal;

/// <summary>A paragraph.</summary>
/// <param name="Lines">What it says. Each begins a line of its own, and is wrapped where it is longer than that.</param>
public sealed record PageProse(IReadOnlyList<RichLine> Lines) : PageBlock;
