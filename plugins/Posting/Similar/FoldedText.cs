using System.Globalization;
using System.Text;

namespace PluginHost.Posting;

/// <summary>A text as it is compared: letters and digits alone, in lower case, one space between words, without links and without what Arabic may leave out.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Links differ by what counts their clicks, and say nothing by themselves.
            if (!word.Contains("://", StringComparison.Ordinal))
                Append(folded, word);
        }

        return folded.ToString().TrimEnd().Normalize();
    }

    private static void Append(StringBuilder folded, string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            // Tatweel only stretches, and vowel signs may be left out.
            if (rune.Value is 0x640 or (>= 0x64B and <= 0x65F) or 0x670)
                continue;

            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(Unified(rune)));
            else
                Space(folded);
        }

        Space(folded);
    }

    private static void Space(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    // The same letter, as people write it: alef with and without its signs, final ya, ta marbuta.
    private static Rune Unified(Rune letter) => letter.Value switch
    {
        0x622 or 0x623 or 0x625 or 0x671 => new Rune(0x627),
        0x649 => new Rune(0x64A),
        0x629 => new Rune(0x647),
        _ => letter,
    };
}
