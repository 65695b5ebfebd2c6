namespace PluginHost.Posting;

/// <summary>The runs of four letters of a text, as numbers, each once and in order. Two texts are as similar as the share of runs that both have.</summary>
internal sealed class Shingles
{
    private const int Length = 4;
    private readonly ulong[] _runs;

    private Shingles(ulong[] runs, bool isShort)
    {
        _runs = runs;
        IsShort = isShort;
    }

    /// <summary>Whether there is so little text that only the same counts as similar.</summary>
    public bool IsShort { get; }

    /// <summary>Whether there is nothing to compare: no letter and no digit.</summary>
    public bool IsEmpty => _runs.Length == 0;

    public ReadOnlySpan<ulong> Runs => _runs;

    public static Shingles Of(string text)
    {
        var folded = FoldedText.Of(text);
        if (folded.Length == 0)
            return new Shingles([], isShort: true);

        var runs = new ulong[Math.Max(1, folded.Length - Length + 1)];
        for (var start = 0; start < runs.Length; start++)
        {
            // Four UTF-16 units are one number: nothing is hashed, so nothing is mistaken.
            for (var place = start; place < start + Length && place < folded.Length; place++)
                runs[start] = (runs[start] << 16) | folded[place];
        }

        Array.Sort(runs);
        return new Shingles(Once(runs), folded.Length < 24);
    }

    /// <summary>How similar two texts are: 1 where they have the same runs, 0 where they share none.</summary>
    public double Similarity(Shingles other)
    {
        if (IsEmpty || other.IsEmpty)
            return 0;

        int left = 0, right = 0, shared = 0;
        while (left < _runs.Length && right < other._runs.Length)
        {
            var order = _runs[left].CompareTo(other._runs[right]);
            shared += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return (double)shared / (_runs.Length + other._runs.Length - shared);
    }

    private static ulong[] Once(ulong[] sorted)
    {
        var count = 0;
        for (var place = 0; place < sorted.Length; place++)
        {
            if (place == 0 || sorted[place] != sorted[place - 1])
                sorted[count++] = sorted[place];
        }

        return sorted[..count];
    }
}
