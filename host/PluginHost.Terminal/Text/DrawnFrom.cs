namespace PluginHost.Terminal;

/// <summary>Where the characters that are drawn for a cluster are found.</summary>
internal enum DrawnFrom : byte
{
    /// <summary>In the text itself.</summary>
    Text,

    /// <summary>In <see cref="Signs"/>.</summary>
    Signs,

    /// <summary>In a buffer of the line: letters that were shaped or mirrored.</summary>
    Line,
}
