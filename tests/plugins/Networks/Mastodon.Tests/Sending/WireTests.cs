using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>Bad days on a real wire: what the transport makes of them, and what that means for a post.</summary>
public sealed class WireTests
{
    private const string Posts = "POST /api/v1/statuses";
    private const string Status = """{"id":"115","created_at":"2026-03-02T12:00:01.000Z","url":"https://mastodon.example/@slocombe/115"}""";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Should_Send_Nothing_To_Whoever_Shows_A_Wrong_Certificate()
    {
        await using var server = new BadServer(SelfMade.Certificate("localhost", Now.AddDays(-1), Now.AddDays(30)));
        await using var host = await StartAsync(server);

        var later = (await SendAsync(host, server)).ShouldBeOfType<TryLater>();

        later.Reason.ShouldContain("did not prove who it is");
        later.Reason.ShouldContain("certificate");
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_When_The_Connection_Is_Cut_After_The_Request()
    {
        await using var server = new BadServer();
        server.On(Posts, BadDay.CutAfterRequest);
        await using var host = await StartAsync(server);

        (await SendAsync(host, server)).ShouldBeOfType<UnknownOutcome>();
        server.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Not_Know_When_The_Answer_Breaks_Off()
    {
        await using var server = new BadServer();
        server.On(Posts, BadDay.HalfJson(Status), BadDay.CutInside(Status));
        await using var host = await StartAsync(server);

        (await SendAsync(host, server)).ShouldBeOfType<UnknownOutcome>();
        (await SendAsync(host, server)).ShouldBeOfType<UnknownOutcome>();
        server.Heard.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Be_Let_In_Where_A_User_Agent_Is_Demanded()
    {
        await using var server = new BadServer();
        server.On(Posts, BadDay.WithAgent(BadDay.Json(Status)));
        await using var host = await StartAsync(server);

        (await SendAsync(host, server)).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Not_Know_When_The_Answer_Comes_A_Byte_A_Second()
    {
        await using var server = new BadServer();
        await using var host = await StartAsync(server);
        server.On(Posts, BadDay.ByteByByte(Status, host.Clock));

        var sending = SendAsync(host, server);

        // The wire is the machine's, and the clock in the hand: it may go on once the request has arrived.
        while (server.Heard.Count == 0 && !sending.IsCompleted)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);

        for (var passed = 0; passed < 60 && !sending.IsCompleted; passed++)
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await sending).ShouldBeOfType<UnknownOutcome>();
        server.Heard.Count.ShouldBe(1);
    }

    private static async Task<TestHost> StartAsync(BadServer server)
    {
        var host = await TestHost.StartAsync<MastodonPlugin>(new TestHostOptions { Profiles = [ProfileOn(server)] });
        host.Http.LetThrough(server.Address);
        host.Secrets.Keep(
            "token/@slocombe",
            new Session { Server = server.Address, Token = "token", AccountId = "1", Account = "slocombe@localhost", Scopes = "read write", ClientId = "c", ClientSecret = "s" }.ToSecret());
        return host;
    }

    private static async Task<SendResult> SendAsync(TestHost host, BadServer server) =>
        await (await host.NetworkAsync(ProfileOn(server))).SendAsync(Town.Post("Hello") with { Profile = ProfileOn(server) }, Town.Key("key-1"), CancellationToken.None);

    private static Profile ProfileOn(BadServer server) => Town.Slocombe with { Server = server.Address };
}
