namespace PluginHost.Terminal;

/// <summary>How a line of a page is laid out.</summary>
internal enum PageLineKind
{
    /// <summary>Wrapped between words, in its own direction.</summary>
    Text,

    /// <summary>From left to right, whatever stands in it.</summary>
    Code,

    /// <summary>Cells of a table, each wrapped in its column.</summary>
    Cells,

    /// <summary>A line across.</summary>
    Rule,
}
