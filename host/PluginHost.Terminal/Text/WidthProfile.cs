namespace PluginHost.Terminal;

/// <summary>How wide a terminal draws what terminals disagree about.</summary>
public sealed record WidthProfile
{
    /// <summary>By the letter of Unicode, cluster by cluster.</summary>
    public static WidthProfile Unicode { get; } = new();

    /// <summary>Whether a picture of several joined emoji takes two cells, and not two for each. Where not, each is a cluster of its own.</summary>
    public bool JoinsEmoji { get; init; } = true;

    /// <summary>Whether variation selectors count: 16 makes a symbol two cells wide, 15 makes a picture one cell wide.</summary>
    public bool WidensByVariation { get; init; } = true;

    /// <summary>Whether two regional indicators are one flag of two cells, and not two cells for each indicator.</summary>
    public bool JoinsFlags { get; init; } = true;

    /// <summary>How wide characters are whose width East Asia and the rest see differently: 1 or 2.</summary>
    public int Ambiguous { get; init; } = 1;
}
