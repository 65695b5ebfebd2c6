using System.Globalization;
using System.Text;

namespace PluginHost.Inbox;

/// <summary>
/// What somebody has chosen. A choice is meant where all its words stand in the answer, or where the answer begins with its number, <c>2</c>, or its letter, <c>b)</c>, and
/// nothing but that; where two are meant, none is.
/// </summary>
internal static class Tally
{
    /// <summary>Which choice is meant, from 0; null: none, or more than one.</summary>
    public static int? Of(string answer, IReadOnlyList<string> choices)
    {
        var words = WordsOf(answer);
        int? meant = null;
        for (var place = 0; place < choices.Count; place++)
        {
            var wanted = WordsOf(choices[place]);
            var isNamed = wanted.Count > 0 && wanted.TrueForAll(words.Contains);
            if (!isNamed && !IsSign(words, place))
                continue;

            if (meant is not null)
                return null;

            meant = place;
        }

        return meant;
    }

    /// <summary>
    /// Whether an answer needs none of ours: it asks nothing back and, where there is something to choose from, is a choice and nothing but that. Who says more than
    /// that may want something, counts all the same, and waits.
    /// </summary>
    public static bool IsDone(string answer, IReadOnlyList<string> choices) =>
        answer.AsSpan().IndexOfAny('?', '؟', '？') < 0 && (choices.Count == 0 || IsNothingBut(answer, choices));

    private static bool IsNothingBut(string answer, IReadOnlyList<string> choices)
    {
        if (Of(answer, choices) is not { } place)
            return false;

        // As it was asked, "2. Mango", is the choice as well.
        var words = WordsOf(answer);
        var isNumbered = words.Count > 1 && IsSign([words[0]], place);
        return words.Count == 1 && IsSign(words, place) || words.Skip(isNumbered ? 1 : 0).SequenceEqual(WordsOf(choices[place]));
    }

    // Alone, or "b" is a word of many a language.
    private static bool IsSign(List<string> words, int place) =>
        words.Count == 1
        && (words[0] == (place + 1).ToString(CultureInfo.InvariantCulture) || (place < 26 && words[0].Length == 1 && words[0][0] == 'a' + place));

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(letter);
                continue;
            }

            if (word.Length > 0)
                words.Add(word.ToString());

            word.Clear();
        }

        return words;
    }
}
