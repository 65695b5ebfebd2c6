using System.Globalization;
using System.Text;

namespace PluginHost.Listening.Folding;

/// <summary>Which characters make words. It goes by the runtime's own data, which is the same in invariant globalization.</summary>
internal static class Letters
{
    public static bool IsMark(char character) => !char.IsAscii(character) && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>Whether a word can begin with it.</summary>
    public static bool Begins(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_'
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Whether a word goes on with it.</summary>
    public static bool GoesOn(Rune rune) => Begins(rune) || (!rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>Whether it is not there at all: directions, joiners, places where a word may be cut.</summary>
    public static bool IsInvisible(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}
