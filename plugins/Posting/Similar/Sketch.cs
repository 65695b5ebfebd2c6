namespace PluginHost.Posting;

/// <summary>
/// A text in sixteen numbers, by MinHash: of two texts that share six in ten of their runs, two in a hundred pairs have no number in common, of two that share
/// seven, one in a thousand; of two that share one in ten, ninety-eight in a hundred have none. So an index finds what may be similar, and only that is compared.
/// The numbers are the profile's own: what many profiles say hides nothing that one of them has said.
/// </summary>
internal static class Sketch
{
    public const int Bands = 16;

    // A band is made of three least hashes: with fewer, whatever shares a common word would be looked at.
    private const int Rows = 3;

    /// <returns>The numbers; none where there is nothing to compare.</returns>
    public static long[] Of(Shingles shingles, string profile) => For(profile, Of(shingles));

    /// <returns>The numbers of the text, whoever says it.</returns>
    public static long[] Of(Shingles shingles)
    {
        if (shingles.IsEmpty)
            return [];

        var bands = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var number = (ulong)band;
            for (var row = 0; row < Rows; row++)
                number = Mix(number ^ Least(shingles.Runs, (ulong)((band * Rows) + row + 1) * 0x9E3779B97F4A7C15));

            bands[band] = (long)number;
        }

        return bands;
    }

    /// <returns>The numbers where a profile says the text.</returns>
    public static long[] For(string profile, long[] bands)
    {
        var own = 0UL;
        foreach (var letter in profile)
            own = Mix(own ^ letter);

        return [.. bands.Select(band => (long)Mix(own ^ (ulong)band))];
    }

    private static ulong Least(ReadOnlySpan<ulong> runs, ulong seed)
    {
        var least = ulong.MaxValue;
        foreach (var run in runs)
            least = Math.Min(least, Mix(run ^ seed));

        return least;
    }

    // The end of SplitMix64 (Steele, Lea, Flood 2014): the same on every machine and in every version, as what is stored must be.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
