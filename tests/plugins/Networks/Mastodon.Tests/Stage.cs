using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>The plugin in a host in memory, on a server that a test plays. Its profile is logged in, where the test does not want to do that itself.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly List<TestHost> _others = [];

    private Stage(TestHost host, MastodonServer server) => (Host, Server) = (host, server);

    public TestHost Host { get; }

    public MastodonServer Server { get; }

    public Network Network { get; private set; } = null!;

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    public TestHost LastOther => _others[^1];

    public IReadOnlyList<StandInStatus> Published => Server.Statuses;

    public static Task<Stage> LoggedInAsync() => LoggedInAsync(clock => new MastodonServer(clock));

    public static async Task<Stage> LoggedInAsync(Func<TimeProvider, MastodonServer> open)
    {
        var stage = await LoggedOutAsync(open);
        await stage.LogInAsync();
        return stage;
    }

    public static async Task<Stage> LoggedOutAsync(Func<TimeProvider, MastodonServer> open)
    {
        var host = await TestHost.StartAsync<MastodonPlugin>(new TestHostOptions { Profiles = [Town.Slocombe] });
        var stage = new Stage(host, open(host.Clock));
        Connect(host, stage.Server);
        stage.Network = await host.NetworkAsync(Town.Slocombe);
        return stage;
    }

    public Task<string> LogInAsync()
    {
        Host.Answers.Choice("How do you want to log", MastodonLogin.Elsewhere);
        Host.Answers.Secret("type the code", MastodonServer.Code);
        return Network.Login!.LogInAsync(Town.Slocombe, CancellationToken.None);
    }

    public Task<SendResult> SendAsync(string text) => SendAsync(Town.Post(text), "key-1");

    public Task<SendResult> SendAsync(Outgoing post, string key) => Network.SendAsync(post, Town.Key(key), CancellationToken.None);

    public Task<LookUpResult> FindAsync(Outgoing post, DateTimeOffset since) => Network.LookUp!.FindAsync(post, Town.Key("key-1"), since, CancellationToken.None);

    /// <summary>Lets the plugin begin something that waits for the clock, and the clock go on until it has ended.</summary>
    public async Task<T> PassingAsync<T>(Task<T> task, TimeSpan most)
    {
        for (var passed = TimeSpan.Zero; passed < most && !task.IsCompleted; passed += TimeSpan.FromSeconds(1))
            await Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        await Host.SettleAsync();
        return await task;
    }

    /// <summary>The network in another process.</summary>
    public Task<Network> AgainAsync() => AgainAsync(playsSockets: false);

    public async Task<Network> AgainAsync(bool playsSockets)
    {
        var other = await Host.AgainAsync();
        Connect(other, Server);
        if (playsSockets)
            other.Http.OnSocket(MastodonServer.Streaming, _ => { });

        _others.Add(other);
        return await other.NetworkAsync(Town.Slocombe);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in _others)
            await other.DisposeAsync();

        await Host.DisposeAsync();
    }

    private static void Connect(TestHost host, MastodonServer server)
    {
        host.Http.On("", server.Answer);
        host.Http.RefuseSocket("", System.Net.HttpStatusCode.NotFound);
    }
}
