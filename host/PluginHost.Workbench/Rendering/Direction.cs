namespace PluginHost.Workbench.Rendering;

/// <summary>Which way a line of text runs.</summary>
public enum Direction
{
    /// <summary>As its first letter with a direction says.</summary>
    Auto,

    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,
}
