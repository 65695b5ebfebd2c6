using PluginHost.Campaigns;
using PluginHost.Mastodon;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>The plugin in earnest: it speaks for alice on a real snac, over the host's own connections.</summary>
internal sealed class SnacStage : IAsyncDisposable
{
    private SnacStage(SnacServer server, TestHost host) => (Server, Host) = (server, host);

    public SnacServer Server { get; }

    public TestHost Host { get; }

    public Network Network { get; private set; } = null!;

    public Profile Alice => Server.Alice;

    public static async Task<SnacStage> LoggedOutAsync(string version)
    {
        var server = SnacServer.Open(version);
        var host = await TestHost.StartAsync<MastodonPlugin>(new TestHostOptions { InEarnest = true, Manifest = SnacServer.Manifest, Profiles = [server.Alice] });
        return new SnacStage(server, host) { Network = await host.NetworkAsync(server.Alice) };
    }

    public static async Task<SnacStage> LoggedInAsync(string version)
    {
        var stage = await LoggedOutAsync(version);
        (await stage.LogInAsAsync("alice")).ShouldStartWith($"alice@{stage.Server.Authority}");
        return stage;
    }

    public Task<string> LogInAsAsync(string person)
    {
        Host.Answers.Choice("How do you want to log", SnacServer.Here);
        Host.Answers.Page("", (page, _) => Server.Allow(person, page));
        return Network.Login!.LogInAsync(Alice, CancellationToken.None);
    }

    public Outgoing Post(string text) => new() { Profile = Alice, Text = text, Language = "en", PlannedAt = TimeProvider.System.GetUtcNow() };

    public async Task<Sent> SendAsync(Outgoing post)
    {
        var result = await Network.SendAsync(post, new SendKey { Value = $"{Guid.CreateVersion7():N}", Attempt = 1 }, CancellationToken.None);
        return result.ShouldBeOfType<Sent>($"{result}");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Server.Dispose();
    }
}
