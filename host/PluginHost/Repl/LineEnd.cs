namespace PluginHost.Repl;

/// <summary>How a person ends a line.</summary>
internal enum LineEnd
{
    /// <summary>By Enter.</summary>
    Entered,

    /// <summary>By Ctrl+C.</summary>
    Cancelled,

    /// <summary>By Ctrl+D on an empty line, or by the end of the input.</summary>
    Leaves,
}
