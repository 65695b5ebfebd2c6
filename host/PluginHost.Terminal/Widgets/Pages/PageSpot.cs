namespace PluginHost.Terminal;

/// <summary>A row of a page as it is wrapped now.</summary>
/// <param name="Line">The logical line.</param>
/// <param name="Row">Which of its rows.</param>
internal readonly record struct PageSpot(int Line, int Row);
