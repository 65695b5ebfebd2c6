namespace PluginHost.Terminal;

/// <summary>How parts stand to each other.</summary>
public enum Orientation
{
    /// <summary>Side by side.</summary>
    Horizontal,

    /// <summary>One under the other.</summary>
    Vertical,
}
