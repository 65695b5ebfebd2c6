namespace PluginHost.Workbench.Finding;

/// <summary>What a person looks for with <c>/</c>: words, all of which must be there, in any order.</summary>
internal sealed class Search
{
    private readonly string[] _words;

    public Search(string text) => _words = Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsEmpty => _words.Length == 0;

    public bool Finds(string text)
    {
        if (IsEmpty)
            return true;

        var folded = Folding.Fold(text);
        foreach (var word in _words)
        {
            if (!folded.Contains(word, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
