using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PluginHost.PressRoom.Tests.Site;

/// <summary>The pages and feeds of a newsroom: nothing that a text holds becomes anything but text, and languages lead to one another.</summary>
public sealed partial class PageTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script> & \\\"quoted\\\" 'single' </title><img src=x onerror=alert(1)>";
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Make_Nothing_But_Text_Of_Whatever_Is_Written()
    {
        // Given
        _workshop.Settings["organisation"] = "<b>Telco</b>\" onload=\"x";
        _workshop.Write("releases/five.en.md", PressWorkshop.Release(
            Hostile,
            "\"@telco\"",
            "",
            "tags: [\"<i>tag</i>\"]\nboilerplate: about\nteaser: Look\n",
            "<script>alert(2)</script>\n\n<img src=x onerror=alert(3)>\n\nA [link](https://a.example/?a=1&b=\"<x>) and <b>bold</b>, <a href=\"javascript:alert(4)\">a</a>.\n\n# Heading"));
        _workshop.Write("releases/blocks/about.md", "<iframe src=\"https://evil.example\"></iframe>");
        var (plugin, host) = await _workshop.StartAsync();

        // When
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // Then: the only tags are those that pages are made of.
        foreach (var (path, page) in _workshop.Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var tags = Tag().Matches(page).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct();
            tags.Except([
                "!doctype", "html", "head", "meta", "title", "link", "style", "body", "header", "div", "a", "span", "nav", "b", "main", "article", "p", "time", "h1", "h2", "section",
                "ul", "li", "footer"]).ShouldBeEmpty(path);
            Regex.IsMatch(Regex.Replace(page, "\"[^\"]*\"", "\"\""), @"<[a-z][^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase).ShouldBeFalse(path);
            Regex.IsMatch(page, @"(href|src)=""javascript:", RegexOptions.IgnoreCase).ShouldBeFalse(path);
        }

        var feed = XDocument.Parse(_workshop.Site["en/feed.atom"]);
        feed.Descendants().Select(element => element.Name.LocalName).ShouldNotContain("script");
    }

    [Fact]
    public async Task Should_Lead_From_Each_Language_To_The_Others()
    {
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        var page = _workshop.Site["nb/five.html"];
        page.ShouldStartWith("<!DOCTYPE html>\n<html lang=\"nb\">\n");
        page.ShouldContain("<link rel=\"canonical\" href=\"https://press.example/nb/five.html\">");
        page.ShouldContain("<link rel=\"alternate\" hreflang=\"en\" href=\"https://press.example/en/five.html\">");
        page.ShouldContain("<link rel=\"alternate\" hreflang=\"nb\" href=\"https://press.example/nb/five.html\">");
        page.ShouldContain("href=\"../en/five.html\"");
        page.ShouldContain("2. mars 2026");
        foreach (var (path, html) in _workshop.Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
            Link().Matches(html).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("https://", StringComparison.Ordinal))
                .ShouldAllBe(link => _workshop.Site.ContainsKey(Resolve(path, link)), path);
    }

    [Fact]
    public async Task Should_Run_From_Right_To_Left_In_Arabic()
    {
        _workshop.Write("releases/five.ar.md", PressWorkshop.Release("خمسة للجميع", "", ""));
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        _workshop.Site["ar/five.html"].ShouldStartWith("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">");
        _workshop.Site["ar/five.html"].ShouldContain("غرفة الأخبار");
    }

    [Fact]
    public async Task Should_Feed_Readers_By_The_Rules_Of_Atom()
    {
        // Given
        _workshop.WriteRelease("one", "");
        _workshop.WriteRelease("two", "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "one", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));

        // When
        await plugin.ReleaseAsync(host, "two", CancellationToken.None);

        // Then: RFC 4287, 4.1.1 and 4.1.2.
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(_workshop.Site["en/feed.atom"]).Root!;
        feed.Name.ShouldBe(atom + "feed");
        foreach (var name in new[] { "id", "title", "updated", "author" })
            feed.Elements(atom + name).Count().ShouldBe(1, name);

        feed.Elements(atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value.ShouldBe("https://press.example/en/feed.atom");
        var entries = feed.Elements(atom + "entry").ToList();
        entries.Select(entry => entry.Element(atom + "title")!.Value).ShouldBe(["Five gigabytes for everybody (two)", "Five gigabytes for everybody (one)"]);
        foreach (var entry in entries)
        {
            foreach (var name in new[] { "id", "title", "updated", "summary", "content" })
                entry.Elements(atom + name).Count().ShouldBe(1, name);

            entry.Element(atom + "content")!.Attribute("type")!.Value.ShouldBe("html");
            entry.Elements(atom + "link").Count(link => link.Attribute("rel")!.Value == "alternate").ShouldBe(1);
            Uri.TryCreate(entry.Element(atom + "id")!.Value, UriKind.Absolute, out _).ShouldBeTrue();
        }

        entries.Select(entry => entry.Element(atom + "id")!.Value).ShouldBeUnique();
        feed.Element(atom + "updated")!.Value.ShouldBe("2026-03-02T10:00:00Z");

        // When the newsroom moves, its readers see nothing new.
        var ids = Ids(_workshop.Site["en/feed.atom"]);
        _workshop.Settings["address"] = "https://elsewhere.example/press/";
        var (moved, movedHost) = await _workshop.StartAsync();
        await moved.BuildAsync(movedHost, CancellationToken.None);
        Ids(_workshop.Site["en/feed.atom"]).ShouldBe(ids);
        _workshop.Site["en/feed.atom"].ShouldContain("https://elsewhere.example/press/en/one.html");
    }

    [Fact]
    public async Task Should_Be_Whole_Without_An_Address()
    {
        _workshop.Settings["address"] = "";
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", "\"@telco\"", "", "teaser: \"{title}\"\n"));
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        _workshop.Said.ShouldBe(["@telco: Five"]);
        _workshop.Site["en/five.html"].ShouldNotContain("canonical");
        _workshop.Site["en/feed.atom"].ShouldContain("href=\"../en/five.html\"");
    }

    [Fact]
    public async Task Should_Say_That_There_Is_Nothing_Yet()
    {
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.BuildAsync(host, CancellationToken.None);

        _workshop.Site.Keys.ShouldBe(["index.html"]);
        _workshop.Site["index.html"].ShouldContain("Nothing has been published yet.");
    }

    public void Dispose() => _workshop.Dispose();

    private static IReadOnlyList<string> Ids(string feed) => [.. Regex.Matches(feed, "<id>(.*?)</id>").Select(match => match.Groups[1].Value)];

    private static string Resolve(string page, string link) => new Uri(new Uri($"https://x/{page}"), link).AbsolutePath.TrimStart('/');

    [GeneratedRegex("<([!a-zA-Z][a-zA-Z0-9]*)")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"#]+)\"")]
    private static partial Regex Link();
}
