using PluginHost.Campaigns;
using PluginHost.RehearsalServer;

namespace PluginHost.Rehearsal.Tests;

/// <summary>The plugin and the server together, over HTTP on loopback.</summary>
public sealed class ServerTests
{
    public static TheoryData<string> Kinds => ["bluesky", "mastodon", "mastodon-without-keys", "x"];

    public static TheoryData<string> KindsThatTell => ["bluesky", "mastodon", "mastodon-without-keys"];

    private const string Text = "Today: Foghorn Malt & Gale at @bob@shop.example, <3!\n\nSee https://slocombe.example/flavours/of/the/day?from=feed&day=monday #ice";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Publish_On_A_Server_And_Keep_A_Copy_For_The_Audience(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind);

        var sent = (await abroad.SendAsync(Text, "k")).ShouldBeOfType<Sent>();

        var published = abroad.Log.Published.ShouldHaveSingleItem();
        published.Text.ShouldBe(Text);
        published.Profile.ShouldBe("slocombe");
        published.Like.ShouldBe(kind);
        published.RemoteId.ShouldBe(sent.RemoteId);
        sent.RateLimit!.Remaining.ShouldBeInRange(999_998, 999_999);
        abroad.Kept().ShouldBe([sent.RemoteId]);
        abroad.Log.LostAnswers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Not_Know_The_Outcome_When_The_Answer_Is_Lost(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind, ("lost", "1"));

        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<UnknownOutcome>();

        abroad.Log.Published.ShouldHaveSingleItem();
        abroad.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe(Answers.Lost);
    }

    [Theory]
    [MemberData(nameof(KindsThatTell))]
    public async Task Should_Find_What_It_Was_In_Doubt_About(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind, ("lost", "1"));
        await abroad.SendAsync(Text, "k");

        var found = (await abroad.FindAsync(Text, "k")).ShouldBeOfType<Found>();

        found.Sent.RemoteId.ShouldBe(abroad.Log.Published[0].RemoteId);
        (await abroad.FindAsync("Something else", "other")).ShouldBeOfType<NotThere>();
    }

    [Fact]
    public async Task Should_Say_That_X_Cannot_Tell()
    {
        await using var abroad = await Abroad.StartAsync("x", ("lost", "1"));
        await abroad.SendAsync(Text, "k");

        (await abroad.FindAsync(Text, "k")).ShouldBeOfType<CannotTell>();
    }
}
