namespace PluginHost.Terminal;

/// <summary>Finds a text in a document, line by line, and keeps what it found until either changes.</summary>
internal sealed class TextSearch
{
    // So many are marked and counted. More tell a person nothing.
    private const int Most = 100_000;

    private readonly List<TextRange> _matches = [];
    private TextDocument? _document;
    private long _version;
    private (string Query, bool MatchesCase, bool WholeWords) _asked = ("", false, false);

    /// <summary>What is sought; empty where nothing is.</summary>
    public string Query { get; set; } = "";

    public bool MatchesCase { get; set; }

    public bool WholeWords { get; set; }

    /// <summary>What was found, in the order of the document.</summary>
    public List<TextRange> Matches => _matches;

    /// <summary>Whether there may be more than are kept.</summary>
    public bool IsCut => _matches.Count == Most;

    /// <summary>Seeks again, where the document or what is sought has changed.</summary>
    public void Refresh(TextDocument document)
    {
        if (document == _document && document.Version == _version && _asked == (Query, MatchesCase, WholeWords))
            return;

        (_document, _version, _asked) = (document, document.Version, (Query, MatchesCase, WholeWords));
        _matches.Clear();
        for (var line = 0; Query.Length > 0 && line < document.LineCount && !IsCut; line++)
            Find(document.Line(line), line);
    }

    /// <summary>The first match in a line or below it, by its place among the matches.</summary>
    public int FirstIn(int line) => FirstFrom(new TextPlace(line, 0));

    /// <summary>The first match that begins at a place or behind it, by its place among the matches.</summary>
    public int FirstFrom(TextPlace place)
    {
        var (low, high) = (0, _matches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_matches[middle].Start < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The place among the matches of one that is exactly a range; -1 where none is.</summary>
    public int IndexOf(TextRange range)
    {
        var index = FirstFrom(range.Start);
        return index < _matches.Count && _matches[index] == range ? index : -1;
    }

    private void Find(string text, int line)
    {
        var comparison = MatchesCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var start = text.IndexOf(Query, comparison); start >= 0 && !IsCut;)
        {
            var end = start + Query.Length;
            var counts = !WholeWords || (!IsWord(text, start - 1) && !IsWord(text, end));
            if (counts)
                _matches.Add(TextRange.InLine(line, start, end));

            start = text.IndexOf(Query, counts ? end : start + 1, comparison);
        }
    }

    private static bool IsWord(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');
}
