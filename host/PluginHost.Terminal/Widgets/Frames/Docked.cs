namespace PluginHost.Terminal;

/// <summary>A line, or some, at the top or the bottom of a <see cref="Dock"/>.</summary>
internal sealed record Docked(Widget Widget, int Rows, bool IsTop);
