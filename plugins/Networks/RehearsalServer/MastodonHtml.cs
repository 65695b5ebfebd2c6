using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PluginHost.RehearsalServer;

/// <summary>The HTML that Mastodon makes of a text: paragraphs, shortened links with hidden parts, mentions without their server, entities.</summary>
internal static class MastodonHtml
{
    private const int Shown = 30;
    private const string Home = "rehearsal.example";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string text)
    {
        var html = new StringBuilder("<p>");
        var breaks = 0;
        foreach (var piece in TextPieces.Of(text.Trim().ReplaceLineEndings("\n")))
        {
            if (piece.Kind == TextPieceKind.Break)
            {
                breaks++;
                continue;
            }

            if (breaks > 0)
                html.Append(breaks == 1 ? "<br />" : "</p><p>");

            breaks = 0;
            Append(html, piece);
        }

        return html.Append("</p>").ToString();
    }

    private static void Append(StringBuilder html, TextPiece piece)
    {
        switch (piece.Kind)
        {
            case TextPieceKind.Link:
                AppendLink(html, piece.Text);
                break;
            case TextPieceKind.Mention:
                AppendMention(html, piece.Text);
                break;
            case TextPieceKind.Tag:
                var tag = Encode(piece.Text[1..]);
                html.Append($"<a href=\"https://{Home}/tags/{tag}\" class=\"mention hashtag\" rel=\"tag\">#<span>{tag}</span></a>");
                break;
            default:
                html.Append(Encode(piece.Text));
                break;
        }
    }

    private static void AppendLink(StringBuilder html, string link)
    {
        var scheme = link.IndexOf("//", StringComparison.Ordinal) + 2;
        var prefix = link.AsSpan(scheme).StartsWith("www.") ? scheme + 4 : scheme;
        var cut = Math.Min(link.Length, prefix + Shown);
        if (cut < link.Length && char.IsLowSurrogate(link[cut]))
            cut++;

        html.Append($"<a href=\"{Encode(link)}\" target=\"_blank\" rel=\"nofollow noopener noreferrer\" translate=\"no\">")
            .Append($"<span class=\"invisible\">{Encode(link[..prefix])}</span>")
            .Append($"<span class=\"{(cut < link.Length ? "ellipsis" : "")}\">{Encode(link[prefix..cut])}</span>")
            .Append($"<span class=\"invisible\">{Encode(link[cut..])}</span></a>");
    }

    private static void AppendMention(StringBuilder html, string mention)
    {
        var parts = mention[1..].Split('@');
        var user = Encode(parts[0]);
        var server = parts.Length > 1 ? Encode(parts[1]) : Home;
        html.Append($"<span class=\"h-card\" translate=\"no\"><a href=\"https://{server}/@{user}\" class=\"u-url mention\">")
            .Append($"@<span>{user}</span></a></span>");
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
