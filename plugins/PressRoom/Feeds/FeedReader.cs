using System.Text.RegularExpressions;
using System.Xml.Linq;
using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Feeds;

/// <summary>Reads a feed: RSS 2.0 and its elders, or Atom (RFC 4287). What an item lacks is left out; what it has is text, and its link leads to the web or nowhere.</summary>
internal static partial class FeedReader
{
    private const int Most = 2000;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <param name="address">Where it was read, for messages and for links that say only a part.</param>
    /// <param name="bytes">What was read.</param>
    /// <param name="charset">What the server says that it is in; null: nothing.</param>
    /// <returns>The items, the oldest first. Of two with one id, the first in the feed.</returns>
    public static IReadOnlyList<FeedItem> Read(string address, ReadOnlySpan<byte> bytes, string? charset)
    {
        var site = Uri.TryCreate(address, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known : null;
        return Read(address, site, bytes, charset);
    }

    /// <summary>The same, where what was asked for led somewhere else.</summary>
    /// <param name="address">What it is called in messages.</param>
    /// <param name="site">Where it was found at last: links are meant from there (RFC 3986, 5.1.3).</param>
    /// <param name="bytes">The feed.</param>
    /// <param name="charset">What the server says that it is in; null: it does not say.</param>
    public static IReadOnlyList<FeedItem> Read(string address, Uri? site, ReadOnlySpan<byte> bytes, string? charset)
    {
        var root = FeedXml.Read(address, FeedDecoding.Read(address, bytes, charset));
        var items = root.Name == Atom + "feed" ? root.Elements(Atom + "entry").Take(Most).Select(entry => OfAtom(entry, site))
            : root.Name.LocalName is "rss" or "RDF" ? ItemsOf(root).Take(Most).Select(item => OfRss(item, site))
            : throw FeedFault.At(address, $"it begins with <{root.Name.LocalName}>. RSS begins with <rss>, Atom with <feed>.");
        var read = items.OfType<FeedItem>().DistinctBy(item => item.Id).Reverse().ToList();
        return read.TrueForAll(item => item.PublishedAt is not null) ? [.. read.OrderBy(item => item.PublishedAt)] : read;
    }

    private static IEnumerable<XElement> ItemsOf(XElement root) =>
        root.Elements().Concat(root.Elements().Where(element => element.Name.LocalName == "channel").Elements()).Where(element => element.Name.LocalName == "item");

    private static FeedItem? OfRss(XElement item, Uri? site)
    {
        var guid = Child(item, "guid");
        var link = LinkOf(Text(item, "link"), item, site);
        if (link.Length == 0 && guid is not null && guid.Attribute("isPermaLink")?.Value != "false")
            link = LinkOf(guid.Value, item, site);

        return Make(
            guid?.Value,
            FeedText.OfEither(Text(item, "title")),
            link,
            FeedText.OfEither(Text(item, "description") is { Length: > 0 } said ? said : item.Element(Content + "encoded")?.Value ?? ""),
            FeedDate.Read(Text(item, "pubDate")) ?? FeedDate.Read(item.Element(Dublin + "date")?.Value),
            item.Elements().Where(element => element.Name.LocalName == "category").Select(element => element.Value));
    }

    private static FeedItem? OfAtom(XElement entry, Uri? site)
    {
        var links = entry.Elements(Atom + "link").ToList();
        var link = links.Find(link => (link.Attribute("rel")?.Value ?? "alternate") == "alternate");
        return Make(
            entry.Element(Atom + "id")?.Value,
            OfConstruct(entry.Element(Atom + "title")),
            link is null ? "" : LinkOf(link.Attribute("href")?.Value ?? "", link, site),
            OfConstruct(entry.Element(Atom + "summary")) is { Length: > 0 } summary ? summary : OfConstruct(entry.Element(Atom + "content")),
            FeedDate.Read(entry.Element(Atom + "published")?.Value) ?? FeedDate.Read(entry.Element(Atom + "updated")?.Value),
            entry.Elements(Atom + "category").Select(category => category.Attribute("label")?.Value ?? category.Attribute("term")?.Value ?? ""));
    }

    private static FeedItem? Make(string? id, string title, string link, string summary, DateTimeOffset? published, IEnumerable<string> tags)
    {
        var named = id?.Trim() is { Length: > 0 } given ? given : link.Length > 0 ? link : title;
        return named.Length == 0 ? null : new FeedItem
        {
            Id = named,
            Title = title,
            Link = link,
            Summary = summary,
            PublishedAt = published,
            Tags = [.. tags.Select(FeedText.OfText).Where(tag => tag.Length > 0).Take(20)],
        };
    }

    // RFC 4287, 3.1: text unless it says otherwise.
    private static string OfConstruct(XElement? construct) => construct is null ? "" : construct.Attribute("type")?.Value switch
    {
        "html" or "text/html" => FeedText.OfHtml(construct.Value),
        "xhtml" => FeedText.OfText(string.Join(' ', construct.DescendantNodes().OfType<XText>().Select(text => text.Value))),
        _ => FeedText.OfText(construct.Value),
    };

    private static string LinkOf(string text, XElement at, Uri? site)
    {
        for (var element = at; element is not null; element = element.Parent)
        {
            if (element.Attribute(XNamespace.Xml + "base")?.Value is { } said && Uri.TryCreate(site, said, out var from) && from.Scheme is "http" or "https")
            {
                site = from;
                break;
            }
        }

        var trimmed = text.Trim();
        if (trimmed.Length is 0 or >= 2000)
            return "";

        // Only with a scheme: on Linux "/news/1" alone is the address of a file.
        var isWhole = Scheme().IsMatch(trimmed) ? Uri.TryCreate(trimmed, UriKind.Absolute, out var whole) : Uri.TryCreate(site, trimmed, out whole);
        return isWhole && whole is { Scheme: "http" or "https" } ? whole.AbsoluteUri : "";
    }

    private static XElement? Child(XElement item, string name) =>
        item.Elements().FirstOrDefault(element => element.Name.LocalName == name && element.Name.Namespace != Atom && element.Name.Namespace != Dublin);

    private static string Text(XElement item, string name) => Child(item, name)?.Value ?? "";

    // RFC 3986, 3.1.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
