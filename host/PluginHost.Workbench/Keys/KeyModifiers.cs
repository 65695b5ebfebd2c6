namespace PluginHost.Workbench.Keys;

/// <summary>What is held down with a key.</summary>
[Flags]
public enum KeyModifiers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Control.</summary>
    Ctrl = 1,

    /// <summary>Alt, or Meta.</summary>
    Alt = 2,

    /// <summary>Shift. With a character that is no letter it is left out: which characters need it depends on the keyboard.</summary>
    Shift = 4,
}
