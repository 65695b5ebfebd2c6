using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Threads;

public sealed class CountingCommandTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Should_Say_What_Each_Piece_Costs_On_A_Network()
    {
        var (plugin, host) = await _workshop.StartAsync();

        var count = await plugin.CountAsync(host, "see https://example.com/page", "x", "", "", CancellationToken.None);

        count["count"].ShouldBe(27);
        count["limit"].ShouldBe(280);
        count["left"].ShouldBe(253);
        count["fits"].ShouldBe(true);
        count["source"].ToString().ShouldContain("2026-08-22");
        count["pieces"].Items.Select(piece => $"{piece["cost"]} {piece["kind"]} {piece["text"]}").ShouldBe(["4 text see ", "23 link https://example.com/page"]);
    }

    [Fact]
    public async Task Should_Count_By_The_Rules_Of_A_Profile_And_Of_A_Network_Of_The_Workspace()
    {
        _workshop.Network.Rules = new NetworkRules { Limit = 7, Source = "a test" };
        var (plugin, host) = await _workshop.StartAsync();

        (await plugin.CountAsync(host, "hello", "", "@telco", "", CancellationToken.None))["limit"].ShouldBe(7);
        (await plugin.CountAsync(host, "hello", "test", "", "", CancellationToken.None))["limit"].ShouldBe(7);
    }

    [Fact]
    public async Task Should_Count_A_Warning()
    {
        var (plugin, host) = await _workshop.StartAsync();

        var count = await plugin.CountAsync(host, "hello", "mastodon", "", "food", CancellationToken.None);

        count["count"].ShouldBe(9);
        count["pieces"][0]["text"].ShouldBe("food");
    }

    [Theory]
    [InlineData("", "", "Say by whose rules")]
    [InlineData("x", "@telco", "one of the two")]
    [InlineData("mastadon", "", "Did you mean \"mastodon\"?")]
    public async Task Should_Say_What_Is_Wrong_With_The_Question(string network, string profile, string said)
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.CountAsync(host, "hello", network, profile, "", CancellationToken.None))).Message.ShouldContain(said);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.SplitAsync(host, "hello", network, profile, false, CancellationToken.None))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task Should_Show_The_Parts_Of_A_Thread()
    {
        var (plugin, host) = await _workshop.StartAsync();
        var text = string.Join(' ', Enumerable.Repeat("Come and see the offers.", 20));

        var parts = await plugin.SplitAsync(host, text, "bluesky", "", true, CancellationToken.None);

        parts.Rows.Select(part => part["part"].ToString()).ShouldBe(["1", "2"]);
        parts.Rows[0]["text"].ToString().ShouldEndWith("offers. 1/2");
        parts.Rows[0]["count"].ShouldBe(parts.Rows[0]["text"].ToString().Length);
        parts.Rows[0]["limit"].ShouldBe(300);
    }

    [Fact]
    public async Task Should_Refuse_What_Nobody_May_Cut()
    {
        var (plugin, host) = await _workshop.StartAsync();

        var thrown = await Should.ThrowAsync<NotPublishedException>(() =>
            plugin.SplitAsync(host, $"see @{new string('x', 600)}", "mastodon", "", false, CancellationToken.None));

        thrown.Message.ShouldContain("must not be cut, and alone has 601 of 500 characters. Shorten it.");
    }
}
