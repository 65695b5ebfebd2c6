namespace PluginHost.Terminal;

/// <summary>The lines that a box is drawn with.</summary>
public enum Border
{
    /// <summary>Thin lines.</summary>
    Light,

    /// <summary>Thin lines with round corners.</summary>
    Rounded,

    /// <summary>Thick lines.</summary>
    Heavy,

    /// <summary>Double lines.</summary>
    Double,

    /// <summary>Signs of ASCII, for terminals without line drawing.</summary>
    Ascii,
}
