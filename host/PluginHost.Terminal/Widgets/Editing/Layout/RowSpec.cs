namespace PluginHost.Terminal;

/// <summary>How the lines of a document are laid out.</summary>
/// <param name="WrapWidth">How many cells a row has; 0 where lines are not wrapped.</param>
/// <param name="IsProse">Whether each line has the direction of its own text; otherwise it is code.</param>
/// <param name="Direction">The direction of the field.</param>
/// <param name="Text">What the terminal does.</param>
internal sealed record RowSpec(int WrapWidth, bool IsProse, Direction Direction, TextOptions Text);
