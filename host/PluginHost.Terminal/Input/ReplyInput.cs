namespace PluginHost.Terminal;

/// <summary>The terminal answered a question. Never shown to a screen.</summary>
/// <param name="Kind">Which question.</param>
/// <param name="First">The first number: a row, a mode, flags.</param>
/// <param name="Second">The second: a column, a mode's state.</param>
/// <param name="Text">What it said in words.</param>
internal sealed record ReplyInput(ReplyKind Kind, int First, int Second, string Text) : InputEvent;
