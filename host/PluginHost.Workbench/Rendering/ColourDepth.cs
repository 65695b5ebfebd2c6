namespace PluginHost.Workbench.Rendering;

/// <summary>How many colours a renderer has.</summary>
public enum ColourDepth
{
    /// <summary>None: emphasis and signs alone.</summary>
    None,

    /// <summary>Sixteen, which the person's terminal chooses.</summary>
    Sixteen,

    /// <summary>256.</summary>
    Indexed,

    /// <summary>24 bits.</summary>
    Full,
}
