namespace PluginHost.Terminal;

/// <summary>What a kept line was laid out from.</summary>
internal readonly record struct LineKey(string Text, Direction Direction, int Width, string Ellipsis);
