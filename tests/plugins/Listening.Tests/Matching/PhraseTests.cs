using PluginHost.Campaigns;
using PluginHost.Listening.Matching;
using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Tests.Matching;

/// <summary>A phrase is what stands one behind the other in a text, mentions, hashtags and links among it.</summary>
public sealed class PhraseTests
{
    [Theory]
    [InlineData("\"thanks @acme for\"", "Thanks, @Acme, for nothing")]
    [InlineData("\"thanks @acme for\"", "thanks @acme@mastodon.example for nothing")]
    [InlineData("\"@acme is down\"", "Again @acme is down!")]
    [InlineData("\"#acme is down\"", "#Acme is down")]
    [InlineData("\"acme is down\"", "#Acme is down")]
    [InlineData("\"see https://acme.example/1 now\"", "see https://sho.rt/x now")]
    [InlineData("\"@acme @globex\"", "ask @acme, @globex")]
    [InlineData("\"@acme\"", "ask @acme")]
    [InlineData("\"#acme\"", "ask #acme")]
    [InlineData("down,@acme", "down @acme")]
    public void Should_Find_Pieces_One_Behind_The_Other(string query, string post) => Meets(query, post).ShouldBeTrue();

    [Theory]
    [InlineData("\"thanks @acme for\"", "thanks for nothing")]
    [InlineData("\"thanks @acme for\"", "thanks @globex for nothing")]
    [InlineData("\"thanks @acme for\"", "thanks acme for nothing")]
    [InlineData("\"thanks @acme for\"", "thanks @acme @globex for nothing")]
    [InlineData("\"thanks for\"", "thanks @acme for nothing")]
    [InlineData("\"@acme is down\"", "is down @acme")]
    [InlineData("\"#acme is down\"", "acme is down")]
    [InlineData("\"acme is down\"", "@acme is down")]
    [InlineData("\"see https://acme.example/1 now\"", "see now")]
    [InlineData("\"@acme\"", "ask acme")]
    [InlineData("\"#acme\"", "ask acme")]
    [InlineData("down,@acme", "down")]
    public void Should_Not_Find_What_Stands_Apart_Or_Is_Something_Else(string query, string post) => Meets(query, post).ShouldBeFalse();

    [Theory]
    [InlineData("\"@acme #down https://acme.example\"", "#down")]
    [InlineData("\"@acme https://acme.example\"", "@acme")]
    [InlineData("\"@acme is down\"", "down")]
    public void Should_Ask_Networks_For_A_Piece_Of_It(string query, string asked) =>
        Anchors.Of(Read(query))!.SelectMany(Anchors.Asked).ShouldBe([asked]);

    [Theory]
    [InlineData("\"https://acme.example\"")]
    [InlineData("https://acme.example")]
    public void Should_Refuse_Where_It_Is_A_Link_And_Nothing_Else(string query) =>
        QueryReader.Read(query).ShouldBeOfType<QueryRefused>().What.ShouldContain("no word in");

    private static bool Meets(string query, string text) => new PlainMatcher([new MatchedQuery(1, Read(query))])
        .Match(HeardPost.Of("test", new PublicPost { RemoteId = "1", Handle = "kari", Text = text, At = default })).Count > 0;

    private static QueryNode Read(string query) => QueryReader.Read(query).ShouldBeOfType<QueryRead>().Query;
}
