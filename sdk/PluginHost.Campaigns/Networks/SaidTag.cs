using System.Net;

namespace PluginHost.Campaigns;

/// <summary>A tag of HTML, with the two attributes that change what is said.</summary>
internal sealed record SaidTag
{
    private string _classes = "";

    /// <summary>The name, in small letters; empty for a comment.</summary>
    public string Name { get; private init; } = "";

    public bool IsEnd { get; private init; }

    /// <summary>The place after it.</summary>
    public int End { get; private init; }

    /// <summary>Where a link leads.</summary>
    public string Address { get; private set; } = "";

    public bool HasClass(string name) => Array.IndexOf(_classes.Split(' '), name) >= 0;

    /// <summary>Whether what follows "&lt;" makes it a tag: a letter, or a letter after a slash, or a comment.</summary>
    public static bool IsTagAt(string html, int place)
    {
        var next = place + 1 < html.Length ? html[place + 1] : ' ';
        if (next == '/')
            next = place + 2 < html.Length ? html[place + 2] : ' ';

        return char.IsAsciiLetter(next) || next == '!';
    }

    /// <summary>Reads a tag; null where it has no end.</summary>
    public static SaidTag? Read(string html, int place)
    {
        if (html.AsSpan(place).StartsWith("<!--"))
        {
            var ends = html.IndexOf("-->", place + 4, StringComparison.Ordinal);
            return ends < 0 ? null : new SaidTag { End = ends + 3 };
        }

        var isEnd = html[place + 1] == '/';
        var begins = place + (isEnd ? 2 : 1);
        var at = begins;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '-' or '!'))
            at++;

        var name = html[begins..at].ToLowerInvariant();
        var attributes = new List<(string Name, string Value)>();
        while (at < html.Length && html[at] != '>')
            at = ReadAttribute(html, at, attributes);

        if (at >= html.Length)
            return null;

        var tag = new SaidTag { Name = name, IsEnd = isEnd, End = at + 1 };
        foreach (var (attribute, value) in attributes)
        {
            if (attribute == "class")
                tag._classes = value;
            else if (attribute == "href")
                tag.Address = WebUtility.HtmlDecode(value);
        }

        return tag;
    }

    // Always moves on, so that broken mark-up ends as well.
    private static int ReadAttribute(string html, int at, List<(string Name, string Value)> attributes)
    {
        var begins = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '-' or ':' or '_'))
            at++;

        if (at == begins)
            return at + 1;

        var name = html[begins..at].ToLowerInvariant();
        if (at + 1 >= html.Length || html[at] != '=')
            return at;

        var quote = html[at + 1];
        if (quote is not ('"' or '\''))
        {
            var from = ++at;
            while (at < html.Length && html[at] != '>' && !char.IsWhiteSpace(html[at]))
                at++;

            attributes.Add((name, html[from..at]));
            return at;
        }

        var ends = html.IndexOf(quote, at + 2);
        if (ends < 0)
            return html.Length;

        attributes.Add((name, html[(at + 2)..ends]));
        return ends + 1;
    }
}
