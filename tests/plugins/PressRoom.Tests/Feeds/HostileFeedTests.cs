using System.Text;
using PluginHost.PressRoom.Feeds;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>Feeds that mean harm, or are none: each is refused with what is wrong, quickly, and nothing of it is fetched, grown or posted.</summary>
public sealed class HostileFeedTests
{
    private const string Laughs =
        """
        <?xml version="1.0"?>
        <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <rss><channel><item><title>&c;</title></item></channel></rss>
        """;

    private const string Files = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<rss><channel><item><title>&x;</title></item></channel></rss>";

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "laughs", Laughs, "on line 2 it declares a document type (DTD)" },
        { "files", Files, "it declares a document type (DTD)" },
        { "web page", "<!DOCTYPE html>\n<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head></html>", "it is a web page. It says that its feed is /feed: try that." },
        { "page without feed", "<html><body>404</body></html>", "it is a web page. Look for the address of its feed." },
        { "nothing", "  \n", "it is empty." },
        { "text", "Service unavailable", "it is no XML" },
        { "cut", "<rss><channel><item>\n<title>a</title>", "on line 2 it is no XML" },
        { "other", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "it begins with <svg>. RSS begins with <rss>, Atom with <feed>." },
        { "entity", "<rss><channel><item>\n<title>&nbsp;</title></item></channel></rss>", "on line 2 it is no XML" },
        { "control character", "<rss><channel><item><title>\u0001</title></item></channel></rss>", "it is no XML" },
        { "deep", $"<rss>{Repeat("<a>", 100_000)}{Repeat("</a>", 100_000)}</rss>", "its elements lie more than 128 deep in one another." },
        { "wide", $"<rss>{Repeat("<a/>", 250_000)}</rss>", "it has more than 200000 elements." },
        { "long", $"<rss><channel><item><title>{new string('x', 9 * 1024 * 1024)}</title></item></channel></rss>", "it has more than 8 million letters." },
        { "attributes", $"<rss {string.Concat(Enumerable.Range(0, 50_000).Select(n => $"a{n}='' "))}><channel/></rss>", "" },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Hostile))]
    public async Task Should_Refuse_And_Say_Why(string what, string feed, string told)
    {
        var read = () => Task.Run(() => FeedReader.Read("https://a.example/feed", Encoding.UTF8.GetBytes(feed), null));

        if (told.Length == 0)
            (await read()).ShouldBeEmpty(what);
        else
            (await Should.ThrowAsync<PluginHostException>(read)).Message.ShouldContain(told, Case.Sensitive, what);
    }

    [Theory]
    [InlineData("utf-8", "on line 2 it is not utf-8, which it is said to be.")]
    [InlineData("ebcdic-from-hell", "it is said to be in \"ebcdic-from-hell\", which is not known here.")]
    public void Should_Refuse_Letters_That_Are_Not_What_They_Are_Said_To_Be(string encoding, string told)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<rss><channel><item><title>"), 0xe5, .. "</title></item></channel></rss>"u8];

        Should.Throw<PluginHostException>(() => FeedReader.Read("a.xml", bytes, null)).Message.ShouldContain(told);
    }

    [Fact(Timeout = 20_000)]
    public async Task Should_Not_Be_Slowed_Down_By_What_Looks_Like_Marks()
    {
        var feed = $"<rss><channel><item><title>{Repeat("&lt;a ", 100_000)}</title><description>{Repeat("&lt;script&gt;", 50_000)}</description></item></channel></rss>";

        await Task.Run(() => FeedReader.Read("a.xml", Encoding.UTF8.GetBytes(feed), null));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
