using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

public sealed class WantedTests
{
    [Theory]
    [InlineData("", "/api/v1/timelines/public?limit=40", "public")]
    [InlineData("#acme", "/api/v1/timelines/tag/acme?limit=40", "hashtag&tag=acme")]
    [InlineData("#acme,#grønt", "/api/v1/timelines/tag/acme?limit=40&any[]=gr%C3%B8nt", "public")]
    [InlineData("#acme,acme", "/api/v1/timelines/public?limit=40", "public")]
    [InlineData("#acm*", "/api/v1/timelines/public?limit=40", "public")]
    [InlineData("from:kari", "/api/v1/timelines/public?limit=40", "public")]
    [InlineData("#a1,#a2,#a3,#a4,#a5,#a6", "/api/v1/timelines/public?limit=40", "public")]
    public void Should_Be_The_Hashtags_Alone_Only_Where_Nothing_Else_Is_Wanted(string words, string list, string stream)
    {
        var wanted = Wanted.Of(new PublicQuery { AnyOf = words.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        (wanted.List, wanted.Stream).ShouldBe((list, stream));
    }
}
