namespace PluginHost.Campaigns;

/// <summary>What a network counts. New units are added at the end.</summary>
public enum CountUnit
{
    /// <summary>Characters as a reader sees them: extended grapheme clusters (Unicode Standard Annex 29).</summary>
    Graphemes,

    /// <summary>Unicode code points.</summary>
    CodePoints,

    /// <summary>Unicode code points, each with a weight of its own: <see cref="NetworkRules.Weights"/>.</summary>
    Weights,
}
