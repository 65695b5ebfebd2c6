namespace PluginHost.Terminal;

/// <summary>How many cells a character takes by itself.</summary>
internal enum CellWidth
{
    Zero,
    One,
    Two,

    /// <summary>One or two: East Asia and the rest see it differently.</summary>
    Ambiguous,
}
