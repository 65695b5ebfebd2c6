using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>What servers say of themselves, and what is believed of it.</summary>
public sealed class ServerReaderTests
{
    private static readonly Uri Address = new("https://social.example.org");

    // As snac 2.75 answers, shortened.
    private const string Snac = """
        {"uri":"127.0.0.1:7780","version":"4.0.0 (not true; really snac/2.75)","urls":{"streaming_api":"wss://127.0.0.1:7780"},
         "configuration":{"statuses":{"characters_reserved_per_url":32,"max_characters":100000,"max_media_attachments":4},
         "media_attachments":{"image_size_limit":16777216,"video_size_limit":103809024,"supported_mime_types":["video/3gpp","audio/aac","image/avif","application/x"]},
         "polls":{"max_characters_per_option":50,"max_expiration":2629746,"max_options":8,"min_expiration":300}}}
        """;

    private const string Mastodon = """
        {"domain":"example.org","version":"4.5.2+build","api_versions":{"mastodon":7},
         "configuration":{"urls":{"streaming":"wss://streaming.example.org"},"statuses":{"max_characters":5000,"characters_reserved_per_url":23,"max_media_attachments":6},
         "media_attachments":{"description_limit":1000,"image_size_limit":8000000,"video_size_limit":40000000}}}
        """;

    private const string Node = """{"software":{"name":"mastodon","version":"4.5.2"}}""";

    [Fact]
    public void Should_Count_As_An_Instance_With_5000_Characters_Says()
    {
        var server = Read(Mastodon, Node);

        server.Domain.ShouldBe("example.org");
        server.HandleOf("kari").ShouldBe("kari@example.org");
        server.HandleOf("kari@elsewhere.example").ShouldBe("kari@elsewhere.example");
        server.Rules.Limit.ShouldBe(5_000);
        server.Rules.Count(new string('a', 5_000)).Fits.ShouldBeTrue();
        server.Rules.Count(new string('a', 5_001)).Fits.ShouldBeFalse();
        server.Rules.Links.Cost.ShouldBe(23);
        server.Rules.Extras.Quotes.ShouldBeTrue();
        server.Rules.Source.ShouldBe("social.example.org, as it said on 2026-03-02");
        server.Streaming!.ToString().ShouldBe("wss://streaming.example.org/api/v1/streaming");
        var media = server.Rules.Media!;
        (media.Most, media.AltLimit, media.For("image/png")!.Bytes, media.For("video/mp4")!.Bytes).ShouldBe((6, 1_000, 8_000_000, 40_000_000));
    }

    [Fact]
    public void Should_Take_What_A_Server_Of_The_First_Version_Says()
    {
        var server = Read(Snac, "");

        (server.Software, server.Domain, server.Streaming).ShouldBe(("snac", "127.0.0.1:7780", null));
        (server.Rules.Limit, server.Rules.Links.Cost, server.Rules.Extras.Quotes).ShouldBe((100_000, 32, false));
        (server.Rules.Repeats, server.Rules.KeyLife).ShouldBe((Repeats.NotRecognised, TimeSpan.Zero));
        server.Rules.Media!.Kinds.Select(kind => (kind.ContentType, kind.IsAlone)).ShouldBe([("video/3gpp", true), ("audio/aac", true), ("image/avif", false)]);

        // It says that it takes polls, and leaves them out.
        server.Rules.Extras.Polls.ShouldBeNull();
    }

    [Theory]
    [InlineData("4.5.2", "mastodon", true)]
    [InlineData("4.0.0rc1", "mastodon", true)]
    [InlineData("3.5.3", "mastodon", false)]
    [InlineData("4.5.2", "", false)]
    [InlineData("4.5.2", "hometown", false)]
    [InlineData("4.0.0 (not true; really snac/2.75)", "mastodon", false)]
    [InlineData("2.7.2 (compatible; Pleroma 2.5.0)", "pleroma", false)]
    [InlineData("0.20.0", "gotosocial", false)]
    [InlineData("", "mastodon", false)]
    public void Should_Believe_In_Keys_Only_Where_Mastodon_Itself_Runs(string version, string software, bool knows)
    {
        var server = Read($$"""{"version":"{{version}}"}""", software.Length == 0 ? "" : "{\"software\":{\"name\":\"" + software + "\"}}");

        server.KnowsKeys.ShouldBe(knows);
        server.Rules.KeyLife.ShouldBe(knows ? TimeSpan.FromMinutes(55) : TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"configuration":{"urls":{"streaming":"ws://streaming.example.org"}}}""")]
    [InlineData("""{"configuration":{"urls":{"streaming":"streaming"}}}""")]
    [InlineData("""{"urls":{}}""")]
    [InlineData("{}")]
    public void Should_Not_Stream_Where_The_Token_Would_Be_Read_By_Others(string instance) => Read(instance, Node).Streaming.ShouldBeNull();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"configuration":{"statuses":{"max_characters":0,"max_media_attachments":-1},"media_attachments":{"supported_mime_types":[7]},"polls":"none"}}""")]
    public void Should_Be_As_Most_Servers_Where_It_Says_Nothing_Sensible(string instance)
    {
        var rules = Read(instance, "").Rules;

        (rules.Limit, rules.Links.Cost, rules.Media!.Most, rules.Extras.Polls!.MostOptions).ShouldBe((500, 23, 4, 4));
        rules.Media.Kinds.Count.ShouldBeGreaterThan(3);
    }

    private static Server Read(string instance, string node) => ServerReader.Read(Address, Json.Parse(instance), Json.Parse(node), Town.Noon);
}
