using System.Globalization;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>A grapheme cluster of several runes, as it is sent.</summary>
internal sealed class Cluster
{
    // As wide as a terminal draws it that does not join anything: the member of a joined emoji is two cells wide.
    private const int WidestMember = 2;

    public Cluster(string text)
    {
        Text = text;
        Bytes = Encoding.UTF8.GetBytes(text);
        var members = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) || IsVariation(rune))
                members++;
        }

        IsDisputed = members > 1;
        WidestWidth = members * WidestMember;
    }

    public string Text { get; }

    public byte[] Bytes { get; }

    /// <summary>Whether terminals disagree about its width: all but a base with marks above and below it.</summary>
    public bool IsDisputed { get; }

    /// <summary>How many cells a terminal may cover with it.</summary>
    public int WidestWidth { get; }

    private static bool IsVariation(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;
}
