using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>Shortens links where a network's rules say so. The counter and what is sent must agree, so both ask here.</summary>
internal static class ShownLinks
{
    private const string Cut = "…";

    public static ShownText In(string text, LinkRules rules)
    {
        var shown = new StringBuilder(text.Length);
        var links = new List<ShownLink>();
        var spans = new TextSpans(text, rules.Forms);
        while (spans.MoveNext())
        {
            var span = spans.Current;
            var written = text.AsSpan(span.Start, span.End - span.Start);
            if (span.Kind != TextPieceKind.Link)
            {
                shown.Append(written);
                continue;
            }

            var start = shown.Length;
            var (from, end, isCut) = Part(written, rules);
            shown.Append(written[from..end]).Append(isCut ? Cut : "");
            links.Add(new ShownLink { Start = start, Length = shown.Length - start, Address = AddressOf(written) });
        }

        return new ShownText { Text = shown.ToString(), Links = links };
    }

    /// <summary>What is shown of a link: from where to where, and whether a sign stands for the rest.</summary>
    public static (int From, int End, bool IsCut) Part(ReadOnlySpan<char> link, LinkRules rules)
    {
        if (rules.ShownAfterHost is not { } most)
            return (0, link.Length, false);

        var from = SchemeLength(link);
        var host = link[from..].IndexOfAny('/', '?', ':');
        if (host < 0)
            return (from, link.Length, false);

        // Cut where a reader sees a character end, as everywhere.
        var end = from + host;
        for (var left = most; left > 0 && end < link.Length; left--)
            end += StringInfo.GetNextTextElementLength(link[end..]);

        return end < link.Length ? (from, end, true) : (from, link.Length, false);
    }

    private static int SchemeLength(ReadOnlySpan<char> link) => link.IndexOf("://") is >= 0 and < 6 and var at ? at + 3 : 0;

    private static string AddressOf(ReadOnlySpan<char> link) => SchemeLength(link) > 0 ? link.ToString() : $"https://{link}";
}
