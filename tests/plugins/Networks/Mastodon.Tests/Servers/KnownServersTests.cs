using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

public sealed class KnownServersTests
{
    private const string Instance = "GET /api/v2/instance";

    [Fact]
    public async Task Should_Ask_Once_An_Hour()
    {
        await using var stage = await Stage.LoggedInAsync();
        (await RulesAsync(stage)).Limit.ShouldBe(500);
        stage.Server.Limit = 5_000;
        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(59));
        (await RulesAsync(stage)).Limit.ShouldBe(500);

        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await RulesAsync(stage)).Limit.ShouldBe(5_000);
    }

    [Fact]
    public async Task Should_Go_By_What_It_Said_Last_When_It_Cannot_Be_Asked()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Limit = 5_000 });
        var said = await RulesAsync(stage);
        await stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        stage.Server.Next(Instance, 200, "<html>");
        stage.Server.Next("GET /api/v1/instance", 200, "<html>");

        (await RulesAsync(stage)).ShouldBe(said);
    }

    [Fact]
    public async Task Should_Be_As_Most_Servers_And_Say_Why_When_It_Never_Said()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock) { Limit = 5_000 });
        stage.Server.Next(Instance, 404, "<html>");
        stage.Server.Next("GET /api/v1/instance", 404, "<html>");

        var rules = await RulesAsync(stage);

        (rules.Limit, rules.Repeats).ShouldBe((500, Repeats.NotRecognised));
        rules.Source.ShouldContain("mastodon.example answered 404 with a page for people");
        var asked = stage.Server.Requests.Count;
        await RulesAsync(stage);
        stage.Server.Requests.Count.ShouldBe(asked);
        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        (await RulesAsync(stage)).Limit.ShouldBe(5_000);
    }

    [Fact]
    public async Task Should_Believe_In_No_Keys_Where_It_Does_Not_Say_What_It_Is()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));
        stage.Server.Next("GET /.well-known/nodeinfo", 404, "<html>");

        (await RulesAsync(stage)).Repeats.ShouldBe(Repeats.NotRecognised);
    }

    private static Task<NetworkRules> RulesAsync(Stage stage) => stage.Network.RulesForAsync(Town.Slocombe, CancellationToken.None);
}
