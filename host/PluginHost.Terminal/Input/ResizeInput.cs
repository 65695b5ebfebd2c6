namespace PluginHost.Terminal;

/// <summary>The terminal has another size.</summary>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
public sealed record ResizeInput(int Width, int Height) : InputEvent;
