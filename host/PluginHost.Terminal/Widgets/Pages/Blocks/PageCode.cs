namespace PluginHost.Terminal;

/// <summary>Code, set as it is written.</summary>
/// <param name="Language">Its language, as the author calls it; may be empty.</param>
/// <param name="Text">The code.</param>
public sealed record PageCode(string Language, string Text) : PageBlock;
