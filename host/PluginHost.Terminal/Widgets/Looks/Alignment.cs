namespace PluginHost.Terminal;

/// <summary>Where a text stands in its field.</summary>
public enum Alignment
{
    /// <summary>Where its direction begins: at the left edge, or at the right one where it runs from right to left.</summary>
    Start,

    /// <summary>Where its direction ends, as numbers do.</summary>
    End,

    /// <summary>In the middle.</summary>
    Center,
}
