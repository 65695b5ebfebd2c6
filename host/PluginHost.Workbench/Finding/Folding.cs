using System.Globalization;
using System.Text;

namespace PluginHost.Workbench.Finding;

/// <summary>
/// A text as it is compared: without case, without marks over and under letters, without the signs that only steer direction. So <c>creme</c> finds
/// Crème, and an Arabic word is found with its vowels or without.
/// </summary>
internal static class Folding
{
    /// <summary>Folds a text. Its length may change.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (!IsIgnored(letter))
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    /// <summary>Whether a char says nothing that is compared.</summary>
    public static bool IsIgnored(char letter) =>
        letter is '\u0640' // tatweel, which only stretches an Arabic word
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
