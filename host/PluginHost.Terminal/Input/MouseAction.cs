namespace PluginHost.Terminal;

/// <summary>What the mouse did.</summary>
public enum MouseAction
{
    /// <summary>A button went down, or the wheel turned.</summary>
    Press,

    /// <summary>A button came up.</summary>
    Release,

    /// <summary>It moved.</summary>
    Move,
}
