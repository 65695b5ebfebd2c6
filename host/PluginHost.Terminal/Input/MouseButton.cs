namespace PluginHost.Terminal;

/// <summary>A button of the mouse, or its wheel.</summary>
public enum MouseButton
{
    /// <summary>None: the mouse only moved.</summary>
    None,

    /// <summary>The left button.</summary>
    Left,

    /// <summary>The middle button.</summary>
    Middle,

    /// <summary>The right button.</summary>
    Right,

    /// <summary>The wheel, away from the hand.</summary>
    WheelUp,

    /// <summary>The wheel, towards the hand.</summary>
    WheelDown,
}
