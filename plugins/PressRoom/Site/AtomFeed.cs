using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PluginHost.PressRoom.Releases;

namespace PluginHost.PressRoom.Site;

/// <summary>Makes the feed of a language (RFC 4287). Ids follow from the newsroom's name and the release's: they stay the same wherever the newsroom moves.</summary>
internal sealed class AtomFeed(PressSettings settings, string site, Pages pages)
{
    private const int Most = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="language">The language.</param>
    /// <param name="releases">Those that have a text in it, the newest first; one at least.</param>
    public string Make(string language, IReadOnlyList<PublicRelease> releases)
    {
        var shown = releases.Take(Most).ToList();
        var words = PageLanguages.Of(language);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", language),
            new XElement(Atom + "id", IdOf(language)),
            new XElement(Atom + "title", Clean($"{settings.Organisation}: {words.Newsroom}")),
            new XElement(Atom + "updated", Instant(shown.Max(release => release.VersionAt))),
            new XElement(Atom + "author", new XElement(Atom + "name", Clean(settings.Organisation))));
        if (settings.Address.Length > 0)
            feed.Add(Link("self", settings.Address + SitePaths.FeedOf(language), "application/atom+xml", language));

        feed.Add(Link("alternate", AddressOf(SitePaths.IndexOf(language)), "text/html", language));
        feed.Add(shown.Select(release => EntryOf(release, release.Texts.First(text => text.Language == language), words)));
        return Text(feed);
    }

    private XElement EntryOf(PublicRelease release, ReleaseText text, PageWords words)
    {
        var entry = new XElement(
            Atom + "entry",
            new XElement(Atom + "id", IdOf($"{text.Language}/{release.Name}")),
            new XElement(Atom + "title", Clean(release.IsRetracted ? $"{text.Title} – {words.Retracted}" : text.Title)),
            new XElement(Atom + "updated", Instant(release.VersionAt)),
            new XElement(Atom + "published", Instant(release.OutAt)),
            Link("alternate", AddressOf(SitePaths.PageOf(text.Language, text.Slug)), "text/html", text.Language));
        foreach (var other in release.Texts.Where(other => other.Language != text.Language))
            entry.Add(Link("related", AddressOf(SitePaths.PageOf(other.Language, other.Slug)), "text/html", other.Language));

        entry.Add(text.Tags.Select(tag => new XElement(Atom + "category", new XAttribute("term", Clean(tag)))));
        entry.Add(new XElement(Atom + "summary", Clean(release.IsRetracted ? $"{words.Retracted} {release.Reason}".TrimEnd() : text.Summary)));
        if (!release.IsRetracted)
            entry.Add(new XElement(Atom + "content", new XAttribute("type", "html"), Clean(pages.BodyOf(release, text, settings.Address.Length > 0 ? settings.Address : "../"))));

        return entry;
    }

    private string IdOf(string what) => $"urn:uuid:{Hashes.Id($"{site}/{what}")}";

    private string AddressOf(string path) => settings.Address.Length > 0 ? settings.Address + path : "../" + path;

    private static XElement Link(string relation, string address, string type, string language) => new(
        Atom + "link",
        new XAttribute("rel", relation),
        new XAttribute("type", type),
        new XAttribute("hreflang", language),
        new XAttribute("href", address));

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML has no way to say most control characters and halves of characters.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || (rune != Rune.ReplacementChar && XmlConvert.IsXmlChar((char)rune.Value)))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static string Text(XElement feed)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "  ", NewLineChars = "\n" }))
            feed.Save(writer);

        return text.Append('\n').ToString();
    }
}
