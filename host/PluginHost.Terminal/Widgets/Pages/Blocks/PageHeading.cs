namespace PluginHost.Terminal;

/// <summary>A heading.</summary>
/// <param name="Level">From 1 for the highest.</param>
/// <param name="Text">What it says.</param>
public sealed record PageHeading(int Level, RichLine Text) : PageBlock;
