using System.Globalization;
using System.Text;

namespace PluginHost.Bluesky;

/// <summary>
/// What is left of a text when all that people write now this way and now that is taken away: capitals, marks, letters that others lack, and the vowels that are written for them. Two spellings of a
/// word have one skeleton; so have some other words, and whoever asked looks again.
/// </summary>
internal static class Skeleton
{
    /// <summary>Whether letters and marks can be parted here. Where globalization is invariant, they cannot.</summary>
    public static bool IsAble { get; } = "å".Normalize(NormalizationForm.FormKD).Length == 2;

    public static string Of(string text)
    {
        var bones = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter)
                continue;

            foreach (var plain in Plain(char.ToLowerInvariant(letter)))
            {
                if (!IsSpelledOut(bones, plain))
                    bones.Append(plain);
            }
        }

        return bones.ToString();
    }

    // ae, oe, ue and aa, for those who lack the letter.
    private static bool IsSpelledOut(StringBuilder bones, char next) =>
        bones.Length > 0 && ((next == 'e' && bones[^1] is 'a' or 'o' or 'u') || (next == 'a' && bones[^1] == 'a'));

    // A text with half of a character cannot be decomposed.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        'ى' => "ي",
        'ة' => "ه",
        'ـ' => "",
        _ => letter.ToString(),
    };
}
