namespace PluginHost.Terminal;

/// <summary>What is held down beside a key or a button.</summary>
[Flags]
public enum Modifiers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1,

    /// <summary>Alt.</summary>
    Alt = 2,

    /// <summary>Control.</summary>
    Control = 4,

    /// <summary>The key with the system's mark.</summary>
    Super = 8,
}
