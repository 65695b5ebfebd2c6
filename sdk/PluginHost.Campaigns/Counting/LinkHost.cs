namespace PluginHost.Campaigns;

/// <summary>The host of a link: labels and a top-level domain. It is found by its characters, and may yet lead nowhere.</summary>
internal readonly record struct LinkHost
{
    /// <summary>Where it ends.</summary>
    public int End { get; private init; }

    /// <summary>Where its top-level domain begins.</summary>
    public int Top { get; private init; }

    /// <summary>Whether every label is short enough to be one.</summary>
    public bool IsValid { get; private init; }

    /// <summary>The longest host that begins there; null where none does.</summary>
    public static LinkHost? At(ReadOnlySpan<char> text, int start)
    {
        LinkHost? found = null;
        var (label, isNamed, isShort) = (start, false, true);
        while (label < text.Length && LinkLetters.IsOfHost(text[label]))
        {
            if (isNamed && TopLevelDomains.LengthAt(text, label, EndOf(text, label)) is > 0 and var length)
                found = new LinkHost { End = label + length, Top = label, IsValid = isShort };

            var end = LabelEnd(text, label);
            if (end >= text.Length || text[end] != '.' || !LinkLetters.IsOfHost(text[end - 1]))
                return found;

            // An underscore may stand in a subdomain, but not in the name before the top-level domain.
            isNamed = !text[label..end].Contains('_');
            isShort &= Punycode.LengthOf(text[label..end]) <= Punycode.LongestLabel;
            label = end + 1;
        }

        return found;
    }

    /// <summary>Where the labels begin that are written in Latin letters alone, up to the top-level domain: there a link without a scheme begins.</summary>
    /// <returns>The place; null where the last label is not.</returns>
    public int? LatinStart(ReadOnlySpan<char> text, int start)
    {
        var begins = Top;
        while (begins > start && IsLatin(text[begins - 1]))
            begins--;

        while (begins < Top && text[begins] == '.')
            begins++;

        return begins < Top ? begins : null;
    }

    private static bool IsLatin(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' || LinkLetters.IsAccented(letter);

    private static int LabelEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (LinkLetters.IsOfHost(text[at]) || text[at] is '-' or '_'))
            at++;

        return at;
    }

    // A top-level domain has no underscore.
    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (LinkLetters.IsOfHost(text[at]) || text[at] == '-'))
            at++;

        return at;
    }
}
