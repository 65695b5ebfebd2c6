namespace PluginHost.Terminal;

/// <summary>Grapheme clusters, that is, what a person takes for one character (UAX #29), by tables of our own.</summary>
public static class Graphemes
{
    private const char FirstThatJoins = '\u0300';

    /// <summary>The version of Unicode that the tables come from.</summary>
    public static string UnicodeVersion => UnicodeTable.Version;

    /// <summary>The clusters of a text, without allocation.</summary>
    /// <param name="text">The text.</param>
    public static GraphemeEnumerator Of(ReadOnlySpan<char> text) => new(text);

    /// <summary>The length of the first cluster.</summary>
    /// <param name="text">The text, from a place where a cluster begins.</param>
    /// <returns>How many UTF-16 units it takes; 0 of an empty text.</returns>
    public static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;

        if (text[0] is >= ' ' and <= '~' && (text.Length == 1 || text[1] < FirstThatJoins))
            return 1;

        var last = UnicodeTable.TraitsOf(Utf16.First(text, out var length)).Break;
        var isPicture = last == GraphemeBreak.Pictograph;
        var indicators = last == GraphemeBreak.RegionalIndicator ? 1 : 0;
        while (length < text.Length)
        {
            var next = UnicodeTable.TraitsOf(Utf16.First(text[length..], out var units)).Break;
            if (Breaks(last, next, isPicture, indicators))
                break;

            // A picture goes on through what is drawn over it; a joiner may follow, and behind that another picture (GB11).
            isPicture = next == GraphemeBreak.Pictograph || (isPicture && next is GraphemeBreak.Extend or GraphemeBreak.ZWJ && last != GraphemeBreak.ZWJ);
            indicators += next == GraphemeBreak.RegionalIndicator ? 1 : 0;
            last = next;
            length += units;
        }

        return length;
    }

    private static bool Breaks(GraphemeBreak last, GraphemeBreak next, bool isPicture, int indicators) => (last, next) switch
    {
        (GraphemeBreak.CR, GraphemeBreak.LF) => false,
        (GraphemeBreak.CR or GraphemeBreak.LF or GraphemeBreak.Control, _) => true,
        (_, GraphemeBreak.CR or GraphemeBreak.LF or GraphemeBreak.Control) => true,
        (_, GraphemeBreak.Extend or GraphemeBreak.ZWJ or GraphemeBreak.SpacingMark) => false,
        (GraphemeBreak.Prepend, _) => false,
        (GraphemeBreak.L, GraphemeBreak.L or GraphemeBreak.V or GraphemeBreak.LV or GraphemeBreak.LVT) => false,
        (GraphemeBreak.LV or GraphemeBreak.V, GraphemeBreak.V or GraphemeBreak.T) => false,
        (GraphemeBreak.LVT or GraphemeBreak.T, GraphemeBreak.T) => false,
        (GraphemeBreak.ZWJ, GraphemeBreak.Pictograph) => !isPicture,
        (GraphemeBreak.RegionalIndicator, GraphemeBreak.RegionalIndicator) => indicators % 2 == 0,
        _ => true,
    };
}
