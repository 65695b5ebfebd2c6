using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>Bad days on a real connection: what the operating system and TLS make of them.</summary>
public sealed class WireTests
{
    private const string Put = "POST /xrpc/com.atproto.repo.putRecord";
    private const string Record = """{"uri":"at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a","cid":"bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua"}""";

    [Fact]
    public async Task Should_Publish_Where_Nothing_Is_Wrong() => (await SendAsync(BadDay.Json(Record))).ShouldBeOfType<Sent>();

    [Fact]
    public async Task Should_Not_Know_Where_The_Connection_Is_Cut_After_The_Request() => (await SendAsync(BadDay.CutAfterRequest)).ShouldBeOfType<UnknownOutcome>();

    [Fact]
    public async Task Should_Not_Know_Where_It_Is_Cut_Inside_The_Answer() => (await SendAsync(BadDay.CutInside(Record))).ShouldBeOfType<UnknownOutcome>();

    [Fact]
    public async Task Should_Not_Know_Where_Half_The_Answer_Is_Missing() => (await SendAsync(BadDay.HalfJson(Record))).ShouldBeOfType<UnknownOutcome>();

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(502)]
    public async Task Should_Not_Know_What_The_Page_Of_A_Hotel_Means(int status) => (await SendAsync(BadDay.Html(status))).ShouldBeOfType<UnknownOutcome>();

    [Fact]
    public async Task Should_Give_Its_Token_To_Nobody_Else()
    {
        await using var elsewhere = new BadServer();

        (await SendAsync(BadDay.RedirectTo(elsewhere.Address))).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("not followed");

        elsewhere.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Send_Once_Whatever_The_Transport_Thinks_Of_It()
    {
        await using var server = new BadServer();
        server.On(Put, BadDay.CutAfterRequest, BadDay.Json(Record));

        (await SendAsync(server)).ShouldBeOfType<UnknownOutcome>();

        server.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Be_Certain_That_Nothing_Left_Where_Nobody_Listens()
    {
        var server = new BadServer();
        await server.DisposeAsync();

        (await SendAsync(server)).ShouldBeOfType<TryLater>().Reason.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task Should_Be_Certain_That_Nothing_Left_Where_The_Certificate_Is_Wrong()
    {
        await using var server = new BadServer(SelfMade.Certificate("localhost", Town.Start.AddYears(-1), Town.Start.AddYears(50)));
        server.On(Put, BadDay.Json(Record));

        (await SendAsync(server)).ShouldBeOfType<TryLater>().Reason.ShouldContain("cannot be trusted");

        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_Where_The_Answer_Comes_A_Byte_A_Second()
    {
        await using var server = new BadServer();
        await using var host = await StartAsync(server);
        server.On(Put, BadDay.ByteByByte(Record, host.Clock));
        var network = await host.NetworkAsync(ProfileOn(server));
        var sending = network.SendAsync(Post(server, host), new SendKey { Value = "one", Attempt = 1 }, CancellationToken.None);
        for (var second = 0; second < 60 && !sending.IsCompleted; second++)
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await sending).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("30 seconds");
    }

    private static async Task<SendResult> SendAsync(BadDay day)
    {
        await using var server = new BadServer();
        server.On(Put, day);
        return await SendAsync(server);
    }

    private static async Task<SendResult> SendAsync(BadServer server)
    {
        await using var host = await StartAsync(server);
        return await (await host.NetworkAsync(ProfileOn(server))).SendAsync(Post(server, host), new SendKey { Value = "one", Attempt = 1 }, CancellationToken.None);
    }

    // Logged in long enough ago for nothing to be asked but the post.
    private static async Task<TestHost> StartAsync(BadServer server)
    {
        var profile = ProfileOn(server);
        var host = await TestHost.StartAsync<BlueskyPlugin>(new TestHostOptions { Profiles = [profile] });
        host.Http.LetThrough(server.Address);
        host.Secrets.Keep("session/@slocombe", new Session
        {
            Account = "did:plc:abc",
            Handle = profile.Handle,
            AskedFor = profile.Handle,
            Server = new Uri(server.Address),
            Repository = new Uri(server.Address),
            Access = "access",
            Refresh = "refresh",
            GivenAt = host.Clock.GetUtcNow(),
        }.ToSecret());
        return host;
    }

    private static Profile ProfileOn(BadServer server) => Town.Slocombe with { Server = server.Address };

    private static Outgoing Post(BadServer server, TestHost host) => new() { Profile = ProfileOn(server), Text = "Hello", PlannedAt = host.Clock.GetUtcNow() };
}
