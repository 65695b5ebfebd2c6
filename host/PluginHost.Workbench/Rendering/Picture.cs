namespace PluginHost.Workbench.Rendering;

/// <summary>What was on the screen.</summary>
/// <param name="Text">As text, a line for each row.</param>
/// <param name="Svg">As a picture; null where the renderer draws none.</param>
public sealed record Picture(string Text, string? Svg);
