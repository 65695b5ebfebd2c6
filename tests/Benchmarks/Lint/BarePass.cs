using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Lint;

/// <summary>One pass over all texts, in memory: what there is without an index.</summary>
internal static class BarePass
{
    /// <summary>Compares each, by the share of the runs of four letters that both have, as the linters do.</summary>
    public static Sample Compare(IReadOnlyList<string> texts, string sought)
    {
        var runs = Runs(sought);
        return Stopwatch.Time(() => texts.Count(text => Shared(runs, Runs(text)) > 0.6));
    }

    /// <summary>Reads each, for its first two words.</summary>
    public static Sample Read(IReadOnlyList<string> texts, string sought)
    {
        var words = sought[..sought.IndexOf(' ', sought.IndexOf(' ', StringComparison.Ordinal) + 1)];
        return Stopwatch.Time(() => texts.Count(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    private static ulong[] Runs(string text)
    {
        var runs = new ulong[Math.Max(0, text.Length - 3)];
        for (var start = 0; start < runs.Length; start++)
            runs[start] = ((ulong)text[start] << 48) | ((ulong)text[start + 1] << 32) | ((ulong)text[start + 2] << 16) | text[start + 3];

        Array.Sort(runs);
        return runs;
    }

    private static double Shared(ulong[] left, ulong[] right)
    {
        int one = 0, other = 0, shared = 0;
        while (one < left.Length && other < right.Length)
        {
            var order = left[one].CompareTo(right[other]);
            shared += order == 0 ? 1 : 0;
            one += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }

        return (double)shared / (left.Length + right.Length - shared);
    }
}
