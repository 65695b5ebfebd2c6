namespace PluginHost.Terminal;

/// <summary>How many colours a terminal shows.</summary>
public enum ColorDepth
{
    /// <summary>None; bold, underline and reverse remain.</summary>
    None,

    /// <summary>The sixteen of the person's theme.</summary>
    Sixteen,

    /// <summary>256.</summary>
    Palette,

    /// <summary>24 bits.</summary>
    TrueColor,
}
