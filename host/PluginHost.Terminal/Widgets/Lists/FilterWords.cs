namespace PluginHost.Terminal;

/// <summary>What a person typed to filter by: words, all of which a row must have somewhere, in whatever case.</summary>
public sealed class FilterWords
{
    private readonly string[] _words;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The words, with blanks between them.</param>
    public FilterWords(string text) =>
        _words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>No words: everything matches.</summary>
    public static FilterWords None { get; } = new("");

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _words.Length == 0;

    internal ReadOnlySpan<string> All => _words;

    /// <summary>Whether a text has all of them.</summary>
    /// <param name="text">The text.</param>
    public bool Match(string text)
    {
        foreach (var word in _words)
        {
            if (!text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>Whether lines that belong together have all of them, each in one line or another.</summary>
    /// <param name="lines">The lines: the cells of a row, a label and what stands beside it.</param>
    public bool Match(params ReadOnlySpan<RichLine> lines)
    {
        foreach (var word in _words)
        {
            if (!IsInAny(word, lines))
                return false;
        }

        return true;
    }

    /// <summary>Where a word stands first; -1 where it does not.</summary>
    /// <remarks>Character by character, as in <see cref="Ascii"/>: what is looked through here is drawn, and a frame allocates nothing.</remarks>
    internal static int IndexOf(ReadOnlySpan<char> text, string word)
    {
        for (var start = 0; start <= text.Length - word.Length; start++)
        {
            var length = 0;
            while (length < word.Length && char.ToUpperInvariant(text[start + length]) == char.ToUpperInvariant(word[length]))
                length++;

            if (length == word.Length)
                return start;
        }

        return -1;
    }

    private static bool IsInAny(string word, ReadOnlySpan<RichLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
