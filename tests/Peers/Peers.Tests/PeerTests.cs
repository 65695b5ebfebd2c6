namespace PluginHost.Peers.Tests;

/// <summary>The servers are there, and are what they are taken for.</summary>
public sealed class PeerTests
{
    [Fact]
    public async Task Should_Meet_A_Pds() => (await SaidAsync($"{Peer.Pds}/xrpc/com.atproto.server.describeServer")).ShouldContain("\".test\"");

    [Fact]
    public async Task Should_Meet_An_AppView_Behind_The_Pds() =>
        (await SaidAsync($"{Peer.PdsWithAppView}/xrpc/com.atproto.server.describeServer")).ShouldContain("availableUserDomains");

    [Fact]
    public async Task Should_Meet_The_Older_Snac() => (await SaidAsync($"{Peer.Snac275}/api/v1/instance")).ShouldContain("2.75");

    [Fact]
    public async Task Should_Meet_The_Newer_Snac() => (await SaidAsync($"{Peer.Snac296}/api/v1/instance")).ShouldContain("2.96");

    private static async Task<string> SaidAsync(string address)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);
    }
}
