using System.Net;
using System.Text;

namespace PluginHost.PressRoom.Feeds;

/// <summary>What feeds write in HTML, as text: marks left out, letters by their names put in, space made one. It goes once through the text, whatever stands in it.</summary>
internal static class FeedText
{
    private const int Longest = 4000;

    public static string OfHtml(string html) => OfText(WebUtility.HtmlDecode(WithoutMarks(html)));

    /// <summary>Text of which nobody says whether it is HTML: RSS 2.0 leaves it open. Where it has marks, or letters by their names, it is.</summary>
    public static string OfEither(string text)
    {
        var plain = WithoutMarks(text);
        return OfText(plain.Length != text.Length || HasNamedLetter(text) ? WebUtility.HtmlDecode(plain) : text);
    }

    public static string OfText(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, Longest));
        var isSpace = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= Longest)
                break;

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (!isSpace)
                    plain.Append(' ');

                isSpace = true;
            }
            else
            {
                plain.Append(rune.ToString());
                isSpace = false;
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static string WithoutMarks(string html)
    {
        var plain = new StringBuilder(html.Length);
        var ends = new Ends(html);
        for (var place = 0; place < html.Length;)
        {
            var end = html[place] != '<' || place + 1 == html.Length ? -1 : EndOfMark(html, place, ends);
            if (end < 0)
            {
                plain.Append(html[place++]);
                continue;
            }

            plain.Append(' ');
            place = end;
        }

        return plain.ToString();
    }

    // Where a mark that begins at a place ends, with what is not shown of it; below 0: it is none.
    private static int EndOfMark(string html, int place, Ends ends)
    {
        var rest = html.AsSpan(place + 1);
        if (rest.StartsWith("!--"))
            return ends.After("-->", place);

        if (!char.IsAsciiLetter(rest[0]) && rest[0] is not '/' and not '!')
            return -1;

        var end = ends.After(">", place);
        if (end < 0 || rest[0] is '/' or '!')
            return end;

        var hidden = rest.StartsWith("script", StringComparison.OrdinalIgnoreCase) ? "</script" : rest.StartsWith("style", StringComparison.OrdinalIgnoreCase) ? "</style" : null;
        return hidden is not null && ends.After(hidden, end) is var close and >= 0 && ends.After(">", close) is var after and >= 0 ? after : end;
    }

    private static bool HasNamedLetter(string text)
    {
        for (var place = text.IndexOf('&', StringComparison.Ordinal); place >= 0; place = text.IndexOf('&', place + 1))
        {
            var name = text.AsSpan(place + 1, Math.Min(12, text.Length - place - 1));
            var end = name.IndexOf(';');
            if (end > 1 && !name[..end].ContainsAnyExcept(Letters))
                return true;
        }

        return false;
    }

    private const string Letters = "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // What was not found once is not looked for again.
    private sealed class Ends(string text)
    {
        private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

        public int After(string what, int place)
        {
            if (_missing.Contains(what))
                return -1;

            var found = text.IndexOf(what, place, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                _missing.Add(what);

            return found < 0 ? -1 : found + what.Length;
        }
    }
}
