using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginHost.Listening.Tests.Matching;

/// <summary>
/// Reads texts by regular expressions and the machine's ICU, and compares everything with everything. Slow, and written without a look at the plugin's code, of which it uses
/// nothing: what both agree on is probably right.
/// </summary>
internal static partial class Naive
{
    /// <summary>A word, tag, mention or link of a text, in its order.</summary>
    internal sealed record Piece(string Kind, string Exact)
    {
        public string Folded { get; } = Replace(MarksOf().Replace(Exact, ""), "ø=o", "đ=d", "ð=d", "ł=l", "ı=i", "æ=ae", "œ=oe", "ß=ss", "þ=th");

        public string Spelled { get; } = Replace(
            MarksOf().Replace(Replace(Exact, "a\u0308=ae", "o\u0308=oe", "u\u0308=ue", "a\u030A=aa", "ø=oe"), ""), "đ=d", "ð=d", "ł=l", "ı=i", "æ=ae", "œ=oe", "ß=ss", "þ=th");

        /// <summary>Whether this word is meant by one that was typed.</summary>
        public bool IsMeantBy(Piece typed) =>
            typed.Exact != typed.Folded ? Exact == typed.Exact : Folded == typed.Exact || Spelled == typed.Exact;

        /// <summary>Whether this word begins as one that was typed.</summary>
        public bool BeginsLike(Piece typed) => typed.Exact != typed.Folded
            ? Exact.StartsWith(typed.Exact, StringComparison.Ordinal)
            : Folded.StartsWith(typed.Exact, StringComparison.Ordinal) || Spelled.StartsWith(typed.Exact, StringComparison.Ordinal);
    }

    /// <summary>A word as somebody types it into a query.</summary>
    public static Piece Typed(string word) => new("word", Exactly(word));

    public static IReadOnlyList<Piece> Read(string text) =>
    [
        .. Pieces().Matches(Exactly(text)).Select(found =>
            found.Groups["link"].Success ? new Piece("link", "")
            : found.Groups["mention"].Success ? new Piece("mention", found.Groups["mention"].Value)
            : found.Groups["tag"].Success ? new Piece("tag", found.Groups["tag"].Value)
            : new Piece("word", found.Groups["word"].Value)),
    ];

    /// <summary>Decomposed, without capitals and what cannot be seen, Arabic folded, with ASCII's digits.</summary>
    public static string Exactly(string text)
    {
        var exact = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var isArabicMark = rune.Value is >= 0x600 and <= 0x8FF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || isArabicMark || rune.Value == 'ـ')
                continue;

            exact.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? $"{(int)Rune.GetNumericValue(rune)}" : $"{Rune.ToLowerInvariant(rune)}");
        }

        return Replace(exact.ToString(), "ٱ=ا", "ى=ي", "ی=ي", "ة=ه", "ک=ك");
    }

    private static string Replace(string text, params string[] rules) =>
        rules.Aggregate(text, (done, rule) => done.Replace(rule.Split('=')[0], rule.Split('=')[1], StringComparison.Ordinal));

    [GeneratedRegex(@"\p{Mn}")]
    private static partial Regex MarksOf();

    [GeneratedRegex("""
        (?<![\p{L}\p{N}\p{M}_])(?<link>(?:https?://|www\.)\S*)
        |(?<![\p{L}\p{N}\p{M}_])@(?<mention>[a-z0-9_.@-]*[a-z0-9_])
        |(?<![\p{L}\p{N}\p{M}_])\#(?<tag>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)
        |(?<word>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();
}
