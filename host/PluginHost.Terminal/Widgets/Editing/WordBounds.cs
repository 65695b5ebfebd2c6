using System.Globalization;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>Finds where words begin and end, for moves and for selecting. What cannot stand alone (marks, joiners) belongs to what it follows.</summary>
internal static class WordBounds
{
    private enum Kind
    {
        Space,
        Word,
        Sign,
    }

    /// <summary>The end of the next word: what is skipped when the caret goes forward by a word.</summary>
    public static int Next(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && KindAt(text, index, out var length) == Kind.Space)
            index += length;

        return index < text.Length ? EndOfRun(text, index) : index;
    }

    /// <summary>The start of the word before.</summary>
    public static int Previous(ReadOnlySpan<char> text, int index)
    {
        while (index > 0 && KindBefore(text, index, out var start) == Kind.Space)
            index = start;

        return index > 0 ? StartOfRun(text, index) : 0;
    }

    /// <summary>The run of like characters around a place: a word, the blanks between two, or some signs.</summary>
    public static (int Start, int End) At(ReadOnlySpan<char> text, int index)
    {
        if (text.IsEmpty)
            return (0, 0);

        if (index >= text.Length)
            return (StartOfRun(text, text.Length), text.Length);

        KindAt(text, index, out var length);
        var start = StartOfRun(text, index + length);
        return (start, EndOfRun(text, start));
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int index)
    {
        var kind = KindAt(text, index, out var length);
        for (index += length; index < text.Length && KindAt(text, index, out length) == kind; index += length)
        {
        }

        return index;
    }

    private static int StartOfRun(ReadOnlySpan<char> text, int index)
    {
        var kind = KindBefore(text, index, out var start);
        for (index = start; index > 0 && KindBefore(text, index, out start) == kind; index = start)
        {
        }

        return index;
    }

    // Of a character, with the marks behind it.
    private static Kind KindAt(ReadOnlySpan<char> text, int index, out int length)
    {
        Rune.DecodeFromUtf16(text[index..], out var rune, out length);
        var kind = KindOf(rune);
        while (index + length < text.Length)
        {
            Rune.DecodeFromUtf16(text[(index + length)..], out var next, out var units);
            if (!Continues(next))
                break;

            length += units;
        }

        return kind;
    }

    // Of the character before a place, with the marks between.
    private static Kind KindBefore(ReadOnlySpan<char> text, int index, out int start)
    {
        Rune rune;
        do
        {
            Rune.DecodeLastFromUtf16(text[..index], out rune, out var units);
            index -= units;
        }
        while (index > 0 && Continues(rune));

        start = index;
        return KindOf(rune);
    }

    private static Kind KindOf(Rune rune) =>
        Rune.IsWhiteSpace(rune) ? Kind.Space : Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Continues(rune) ? Kind.Word : Kind.Sign;

    private static bool Continues(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
