namespace PluginHost.Terminal;

/// <summary>How text looks.</summary>
public readonly record struct Style
{
    /// <summary>The colour of what is written.</summary>
    public Color Foreground { get; init; }

    /// <summary>The colour behind it.</summary>
    public Color Background { get; init; }

    /// <summary>Bold, underlined and the like.</summary>
    public Attributes Attributes { get; init; }

    /// <summary>The number of a hyperlink, as <see cref="LinkTable"/> gave it; 0 for none.</summary>
    public ushort Link { get; init; }
}
