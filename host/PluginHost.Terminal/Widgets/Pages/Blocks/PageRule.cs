namespace PluginHost.Terminal;

/// <summary>A line across, between two parts.</summary>
public sealed record PageRule : PageBlock;
