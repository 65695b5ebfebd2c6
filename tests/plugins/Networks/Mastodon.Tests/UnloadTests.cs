using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

public sealed class UnloadTests
{
    [Fact]
    public async Task Should_Leave_The_Memory_Though_It_Has_Sent_And_Listens()
    {
        // Given
        await using var host = await TestHost.StartApartAsync<MastodonPlugin>(new TestHostOptions { Profiles = [Town.Slocombe] });
        var server = new MastodonServer(host.Clock) { Streams = true };
        server.Tokens.Add("token");
        host.Http.On("", server.Answer);
        host.Http.OnSocket(MastodonServer.Streaming, _ => { });
        host.Secrets.Keep(
            "token/@slocombe",
            new Session { Server = MastodonServer.Address, Token = "token", AccountId = server.Slocombe.Id, Account = "slocombe@mastodon.example", Scopes = "read write", ClientId = "c", ClientSecret = "s" }.ToSecret());
        await UseAsync(host, server);

        // When
        var report = await host.UnloadAsync();

        // Then
        report.HasLeft.ShouldBeTrue(string.Join('\n', report.Causes));
        host.Http.Sockets.Count.ShouldBe(1);
    }

    private static async Task UseAsync(TestHost host, MastodonServer server)
    {
        var network = await host.NetworkAsync(Town.Slocombe);
        (await network.SendAsync(Town.Post("Hello") with { Media = [Town.Picture("one.png")] }, Town.Key("key-1"), CancellationToken.None)).ShouldBeOfType<Sent>();
        server.Say("kari", "Me", server.Statuses[0]);
        (await network.Listen!.ReadAsync(Town.Slocombe, null, CancellationToken.None)).Events.ShouldHaveSingleItem();
        (await network.People!.FindAsync(Town.Slocombe, "kari", CancellationToken.None)).ShouldNotBeNull();
    }
}
