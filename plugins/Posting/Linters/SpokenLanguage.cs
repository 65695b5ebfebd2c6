using System.Text;

namespace PluginHost.Posting;

/// <summary>
/// Tells Arabic by its letters, and Norwegian, French, German and English by their commonest words. It says nothing rather than guess: of short texts, of
/// languages that are near to each other, and of texts in two languages.
/// </summary>
internal static class SpokenLanguage
{
    private const int FewestWords = 6;
    private const int FewestHits = 3;

    /// <summary>Letters that Persian, Urdu, Pashto and Kurdish have, and Arabic has not.</summary>
    private const string NotArabic = "پچژگٹڈڑںےکیۀەێۆڵڕټډړښ";

    /// <summary>The languages that can be told.</summary>
    public static IReadOnlyList<string> Known { get; } = ["ar", "nb", "fr", "de", "en"];

    /// <returns>The language, or null where it cannot be told.</returns>
    public static string? Of(string text)
    {
        var words = WordsOf(text);
        var arabic = words.Count(IsArabic);
        if (arabic >= FewestWords && arabic * 3 >= words.Count * 2)
            return words.Any(word => word.AsSpan().IndexOfAny(NotArabic) >= 0) ? null : "ar";

        if (words.Count < FewestWords || arabic * 3 > words.Count)
            return null;

        var ranked = KnownWords.Common
            .Select(language => (Language: language.Key, Hits: words.Count(language.Value.Contains)))
            .OrderByDescending(language => language.Hits)
            .ToList();

        // Whoever quotes another language has words of both: the first must have twice as many.
        return ranked[0].Hits >= FewestHits && ranked[0].Hits * 6 >= words.Count && ranked[0].Hits >= ranked[1].Hits * 2 ? ranked[0].Language : null;
    }

    private static bool IsArabic(string word) => word.EnumerateRunes().All(rune => rune.Value is >= 0x600 and <= 0x6FF or >= 0x750 and <= 0x77F);

    // Links, mentions and tags are names, and belong to no language.
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece[0] is '@' or '#' or '$' || piece.Contains("://", StringComparison.Ordinal))
                continue;

            var word = new StringBuilder(piece.Length);
            foreach (var rune in piece.EnumerateRunes())
            {
                if (Rune.IsLetter(rune))
                    word.Append(rune.ToString());
                else if (word.Length > 0)
                    End(word, words);
            }

            End(word, words);
        }

        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(word.ToString());

        word.Clear();
    }
}
