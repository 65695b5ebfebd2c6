namespace PluginHost.Posting;

/// <summary>
/// A text in ten numbers, by MinHash: of two texts that share six in ten of their runs, one in a hundred pairs has no number in common; of two that share one in
/// ten, nine in ten pairs have none. So an index finds what may be similar, and only that is compared.
/// </summary>
internal static class Sketch
{
    public const int Bands = 10;

    // A band is made of two least hashes: with one, whatever shares a common word would be looked at.
    private const int Rows = 2;

    /// <returns>The numbers; none where there is nothing to compare.</returns>
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
