namespace PluginHost.Terminal;

/// <summary>A side of a <see cref="SplitPane"/>.</summary>
public enum SplitSide
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>The left or upper one.</summary>
    First,

    /// <summary>The right or lower one.</summary>
    Second,
}
