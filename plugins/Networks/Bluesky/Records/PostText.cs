using System.Globalization;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// A text as it is sent, and what can be followed in it. The server finds nothing by itself: it shows what a record says. Links are shortened as they are counted; mentions and tags are
/// found as Bluesky's own clients find them (@atproto/api, rich-text/detection).
/// </summary>
internal sealed class PostText
{
    private const int MostOfTag = 64;

    // U+FE0F behind "#" makes a key of it, and what is as good as invisible ends a tag.
    private const char Emoji = '\uFE0F';
    private const string EndsTag = "\u00AD\u2060\u200A\u200B\u200C\u200D\u20E2";

    private PostText(string text, IReadOnlyList<Facet> facets)
    {
        Text = text;
        Facets = facets;
    }

    public string Text { get; }

    /// <summary>In their order, none over another.</summary>
    public IReadOnlyList<Facet> Facets { get; }

    public static PostText Of(string written, NetworkRules rules)
    {
        var shown = rules.Show(written);
        var facets = new List<Facet>();
        var at = 0;
        foreach (var link in shown.Links)
        {
            Find(shown.Text, at, link.Start, facets);
            at = link.Start + link.Length;
            facets.Add(new Facet { Kind = FacetKind.Link, Start = link.Start, End = at, To = link.Address });
        }

        Find(shown.Text, at, shown.Text.Length, facets);
        return new PostText(shown.Text, facets);
    }

    /// <summary>The place of a UTF-16 unit in UTF-8 bytes, which facets are counted in.</summary>
    public int ByteAt(int place) => Encoding.UTF8.GetByteCount(Text.AsSpan(0, place));

    private static void Find(string text, int from, int to, List<Facet> facets)
    {
        for (var place = from; place < to; place++)
        {
            var facet = text[place] switch
            {
                '@' => MentionAt(text, place, to),
                '#' or '\uFF03' => TagAt(text, place, to),
                _ => null,
            };
            if (facet is null)
                continue;

            facets.Add(facet);
            place = facet.End - 1;
        }
    }

    private static Facet? MentionAt(string text, int place, int to)
    {
        if (place > 0 && !char.IsWhiteSpace(text[place - 1]) && text[place - 1] != '(')
            return null;

        var end = place + 1;
        while (end < to && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;

        while (text[end - 1] is '.' or '-')
            end--;

        var handle = end > place ? text[(place + 1)..end] : "";
        return Handle.Is(handle) ? new Facet { Kind = FacetKind.Mention, Start = place, End = end, To = handle } : null;
    }

    private static Facet? TagAt(string text, int place, int to)
    {
        if ((place > 0 && !char.IsWhiteSpace(text[place - 1])) || (place + 1 < to && text[place + 1] == Emoji))
            return null;

        var end = place + 1;
        while (end < to && !char.IsWhiteSpace(text[end]) && !EndsTag.Contains(text[end]))
            end++;

        while (end > place + 1 && char.IsPunctuation(text[end - 1]))
            end--;

        // A number is no tag, and neither is punctuation.
        var tag = text[(place + 1)..end];
        return tag.Any(letter => !char.IsDigit(letter) && !char.IsPunctuation(letter)) && new StringInfo(tag).LengthInTextElements <= MostOfTag
            ? new Facet { Kind = FacetKind.Tag, Start = place, End = end, To = tag }
            : null;
    }
}
