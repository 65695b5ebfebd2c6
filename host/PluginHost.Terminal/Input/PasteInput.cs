namespace PluginHost.Terminal;

/// <summary>Text was pasted.</summary>
/// <param name="Text">The text, as it came; line ends are <c>\n</c>.</param>
public sealed record PasteInput(string Text) : InputEvent;
