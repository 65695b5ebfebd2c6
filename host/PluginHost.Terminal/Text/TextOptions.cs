namespace PluginHost.Terminal;

/// <summary>What the terminal does itself, and what is done for it. Each is a switch, because terminals disagree and cannot be asked.</summary>
public sealed record TextOptions
{
    /// <summary>Whether text is put into visual order here.</summary>
    /// <value><see langword="true"/>; off where the terminal reorders by itself.</value>
    public bool Reorder { get; init; } = true;

    /// <summary>Whether Arabic letters are joined here, by presentation forms.</summary>
    /// <value><see langword="true"/>; off where the terminal shapes by itself.</value>
    public bool ShapeArabic { get; init; } = true;

    /// <summary>How wide the terminal draws what terminals disagree about.</summary>
    public WidthProfile Widths { get; init; } = WidthProfile.Unicode;

    /// <summary>How many cells lie between two tab stops, at most 16; 0 where a tab is to be seen as a sign.</summary>
    /// <value>4</value>
    public int TabWidth { get; init; } = 4;
}
