namespace PluginHost.Terminal;

/// <summary>The items that fit what is written so far: first those that begin with it, then those that have its letters in their order.</summary>
internal sealed class CompletionList(IReadOnlyList<CompletionItem> all)
{
    private readonly List<CompletionItem> _seen = [.. all];

    public IReadOnlyList<CompletionItem> Seen => _seen;

    public void Narrow(string word)
    {
        _seen.Clear();
        for (var rank = 0; rank <= 2; rank++)
            _seen.AddRange(all.Where(item => RankOf(item.Label, word) == rank));
    }

    private static int RankOf(string label, string word)
    {
        if (label.StartsWith(word, StringComparison.Ordinal))
            return 0;

        if (label.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return 1;

        var found = 0;
        foreach (var letter in label)
        {
            if (found < word.Length && char.ToUpperInvariant(letter) == char.ToUpperInvariant(word[found]))
                found++;
        }

        return found == word.Length ? 2 : -1;
    }
}
