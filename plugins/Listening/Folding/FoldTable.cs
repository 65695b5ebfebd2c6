using System.Text;

namespace PluginHost.Listening.Folding;

/// <summary>
/// What a character is compared as. Most of it is data that <c>eng/FoldTables</c> has written: where globalization is invariant, the runtime decomposes nothing and does not say
/// so, and then a query would miss half of its posts on one machine alone.
/// </summary>
internal static partial class FoldTable
{
    /// <summary>Puts the exact form of a text behind what is there: without capitals, letters and marks apart, Arabic folded.</summary>
    public static void AppendExact(string text, StringBuilder exact)
    {
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                exact.Append(char.ToLowerInvariant((char)rune.Value));
                continue;
            }

            var place = Codes.BinarySearch(rune.Value);
            if (place >= 0)
                exact.Append(Forms, Starts[place], Starts[place + 1] - Starts[place]);
            else
                exact.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
        }
    }
}
