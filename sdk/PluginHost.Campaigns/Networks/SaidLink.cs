using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>A link in a text, or what stands in its place: where it begins and how long it is, its scheme and the rest.</summary>
internal readonly ref struct SaidLink
{
    // What ends a sentence does not belong to the link before it.
    private const string After = ".,;:!?)]}'\u2019\u201d\u00bb\u2026";

    private readonly ReadOnlySpan<char> _scheme;
    private readonly ReadOnlySpan<char> _host;
    private readonly ReadOnlySpan<char> _rest;

    private SaidLink(ReadOnlySpan<char> text)
    {
        Length = text.Length;
        _scheme = text[..SchemeLength(text)];
        var rest = text[_scheme.Length..];
        var end = rest.IndexOfAny('/', '?', '#');
        _host = end < 0 ? rest : rest[..end];
        _rest = end < 0 ? [] : rest[end..];
    }

    /// <summary>How many characters of the text it takes.</summary>
    public int Length { get; }

    /// <summary>Whether a scheme stands there, not in the middle of a word.</summary>
    public static bool BeginsAt(string text, int place) =>
        text[place] is 'h' or 'H' && (place == 0 || !char.IsLetterOrDigit(text[place - 1])) && SchemeLength(text.AsSpan(place)) > 0;

    /// <summary>What stands there up to the next space, as a link.</summary>
    public static SaidLink At(string text, int place)
    {
        var rest = text.AsSpan(place);
        var end = rest.IndexOfAny(" <>\"");
        return new SaidLink((end < 0 ? rest : rest[..end]).TrimEnd(After));
    }

    /// <summary>Whether both lead to the same place: one of them may have no scheme, but then it must look like a link.</summary>
    public bool IsSameAs(SaidLink other)
    {
        var schemesMeet = _scheme.Equals(other._scheme, StringComparison.OrdinalIgnoreCase)
            || (_scheme.IsEmpty && _host.Contains('.'))
            || (other._scheme.IsEmpty && other._host.Contains('.'));
        return schemesMeet
            && _host.Equals(other._host, StringComparison.OrdinalIgnoreCase)
            && (_rest.SequenceEqual(other._rest) || Path(_rest) == Path(other._rest));
    }

    // Networks escape what is not ASCII, put a slash after a bare host, and take one away from the end. Escapes of ASCII mean something and stay.
    private static string Path(ReadOnlySpan<char> rest)
    {
        var path = new StringBuilder(rest.Length + 1);
        if (rest.IsEmpty || rest[0] != '/')
            path.Append('/');

        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in rest.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                path.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var value in bytes[..count])
                path.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return UpperEscapes(path).ToString().TrimEnd('/');
    }

    private static StringBuilder UpperEscapes(StringBuilder path)
    {
        for (var place = 0; place + 2 < path.Length; place++)
        {
            if (path[place] != '%')
                continue;

            path[place + 1] = char.ToUpperInvariant(path[place + 1]);
            path[place + 2] = char.ToUpperInvariant(path[place + 2]);
        }

        return path;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return "https://".Length;

        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length : 0;
    }
}
