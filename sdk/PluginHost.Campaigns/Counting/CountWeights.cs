namespace PluginHost.Campaigns;

/// <summary>What characters count where they do not count the same, as on X.</summary>
public sealed record CountWeights
{
    /// <summary>What a code point counts that no range names.</summary>
    /// <value>1.</value>
    public int Default { get; init; } = 1;

    /// <summary>The code points that count otherwise. Where two ranges hold one, the first is taken.</summary>
    /// <value>Empty: all count the same.</value>
    public IReadOnlyList<WeightRange> Ranges { get; init => field = [.. value]; } = [];

    /// <summary>What an emoji counts as a whole, with its tones, joined figures and flags of two letters.</summary>
    /// <value><see langword="null"/>: what its code points count.</value>
    public int? Emoji { get; init; }

    /// <summary>What a code point counts.</summary>
    /// <param name="codePoint">The code point.</param>
    /// <returns>Its weight.</returns>
    public int Of(int codePoint)
    {
        for (var place = 0; place < Ranges.Count; place++)
        {
            var range = Ranges[place];
            if (codePoint >= range.First && codePoint <= range.Last)
                return range.Weight;
        }

        return Default;
    }
}
