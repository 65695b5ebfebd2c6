using System.Text;
using PluginHost.Campaigns;
using PluginHost.PressRoom.Feeds;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>Feeds as they are written: RSS 2.0, RSS 1.0, Atom, with what people do to them.</summary>
public sealed class FeedReaderTests
{
    [Fact]
    public void Should_Read_Rss()
    {
        var items = Read(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>
            <item><title>Second &amp;amp; last</title><link> https://a.example/2?utm_source=rss </link><guid isPermaLink="false">2</guid>
              <pubDate>Tue, 03 Mar 2026 10:00:00 EST</pubDate><description>&lt;p&gt;Some &lt;b&gt;bold&lt;/b&gt;&amp;nbsp;words&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;</description><category>one</category></item>
            <item><title>First</title><guid>https://a.example/1</guid><dc:date>2026-03-03T10:00:00+01:00</dc:date></item>
            </channel></rss>
            """);

        items.Select(item => item.Title).ShouldBe(["First", "Second & last"]);
        items[0].Link.ShouldBe("https://a.example/1");
        items[0].PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
        items[1].Id.ShouldBe("2");
        items[1].Link.ShouldBe("https://a.example/2?utm_source=rss");
        items[1].Summary.ShouldBe("Some bold words");
        items[1].PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 15, 0, 0, TimeSpan.Zero));
        items[1].Tags.ShouldBe(["one"]);
    }

    [Fact]
    public void Should_Read_Atom()
    {
        var items = Read(
            """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><id>f</id>
            <entry><id>urn:1</id><title type="html">1 &lt;em&gt;&amp;lt;&lt;/em&gt; 2</title><link rel="enclosure" href="x.mp3"/><link href="one"/>
              <updated>2026-03-03T10:00:00Z</updated><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>line</b></div></summary><category term="t" label="Label"/></entry>
            </feed>
            """);

        items[0].Title.ShouldBe("1 < 2");
        items[0].Link.ShouldBe("https://a.example/news/one");
        items[0].Summary.ShouldBe("A line");
        items[0].Tags.ShouldBe(["Label"]);
    }

    [Fact]
    public void Should_Read_The_Old_Rss()
    {
        var items = Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>
            <item><title>Old</title><link>https://a.example/old</link></item></rdf:RDF>
            """);

        items.Single().Id.ShouldBe("https://a.example/old");
    }

    [Fact]
    public void Should_Lead_Nowhere_But_To_The_Web()
    {
        var items = Read("<rss><channel><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title><link>file:///etc/passwd</link></item></channel></rss>");

        items.ShouldAllBe(item => item.Link.Length == 0);
    }

    [Theory]
    [InlineData("iso-8859-1", "Blåbær")]
    [InlineData("windows-1252", "“Blåbær” – 5 €")]
    [InlineData("utf-16", "التوت")]
    public void Should_Read_What_A_Feed_Says_That_It_Is_In(string name, string title)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. name == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><rss><channel><item><title>{title}</title></item></channel></rss>")];

        FeedReader.Read("a.xml", bytes, null).Single().Title.ShouldBe(title);
    }

    [Fact]
    public void Should_Give_An_Id_Once()
    {
        var items = Read("<rss><channel><item><guid>1</guid><title>new</title></item><item><guid>1</guid><title>old</title></item><item/></channel></rss>");

        items.Single().Title.ShouldBe("new");
    }

    [Theory]
    [InlineData("/news/1", "https://a.example/news/1")]
    [InlineData("//b.example/1", "https://b.example/1")]
    [InlineData("1?of=2:3", "https://a.example/1?of=2:3")]
    [InlineData("HTTP://b.example/1", "http://b.example/1")]
    public void Should_Lead_To_The_Site_When_A_Link_Begins_At_Its_Root(string href, string link)
    {
        var items = Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><link href='{href}'/></entry></feed>");

        items.Single().Link.ShouldBe(link);
    }

    [Fact]
    public void Should_Say_That_It_Cannot_Be_Read_When_It_Is_In_What_Nobody_Reads_Any_More()
    {
        Should.Throw<PluginHostException>(() => FeedReader.Read("https://a.example/feed.xml", "<rss/>"u8, "utf-7")).Message.ShouldContain("\"utf-7\", which is not known here");
    }

    private static IReadOnlyList<FeedItem> Read(string feed) => FeedReader.Read("https://a.example/feed.xml", Encoding.UTF8.GetBytes(feed), null);
}
