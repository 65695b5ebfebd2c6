using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>A workspace with one profile, logged in on a pretended server, and the people there.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Password = "aaaa-bbbb-cccc-dddd";

    /// <summary>When the clock begins.</summary>
    public static readonly DateTimeOffset Start = new TestHostOptions().Start;

    public static readonly Profile Slocombe = new()
    {
        Name = "@slocombe",
        Network = "bluesky",
        Handle = "slocombe.example",
        Server = PretendServer.Address,
        Language = "en",
    };

    private int _keys;

    private Town(TestHost host, PretendServer server)
    {
        (Host, Server) = (host, server);
        Account = server.Open(Slocombe.Handle, Password);
        Kari = server.Open("kari.example", "other");
    }

    public TestHost Host { get; }

    public PretendServer Server { get; }

    public PretendAccount Account { get; }

    public PretendAccount Kari { get; }

    public Network Network { get; private set; } = null!;

    public static async Task<Town> StartAsync(params (string Name, Value Value)[] settings)
    {
        var town = await OpenAsync(settings);
        town.Host.Answers.Secret("App password", Password);
        await town.Network.Login!.LogInAsync(Slocombe, CancellationToken.None);
        town.Server.Asked.Clear();
        return town;
    }

    /// <summary>Opens one whose profile has not logged in.</summary>
    public static async Task<Town> OpenAsync(params (string Name, Value Value)[] settings)
    {
        var host = await TestHost.StartAsync<BlueskyPlugin>(new TestHostOptions { Profiles = [Slocombe], Settings = settings });
        var town = new Town(host, new PretendServer(host.Clock));
        host.Http.On("", town.Server.Answer);
        town.Network = await host.NetworkAsync(Slocombe);
        return town;
    }

    public Outgoing Post(string text) => new() { Profile = Slocombe, Text = text, Language = "en", PlannedAt = Host.Clock.GetUtcNow() };

    public SendKey Key() => new() { Value = $"key-{++_keys}", Attempt = 1 };

    public Task<SendResult> SendAsync(Outgoing post) => SendAsync(post, Key());

    public Task<SendResult> SendAsync(Outgoing post, SendKey key) => Network.SendAsync(post, key, CancellationToken.None);

    public async Task<Sent> PublishAsync(Outgoing post) => (await SendAsync(post)).ShouldBeOfType<Sent>();

    /// <summary>What is said where something cannot be done: in the contract's own exception, or it would be a fault of the plugin.</summary>
    public static async Task<string> SaysAsync(Func<Task> act)
    {
        var error = await Should.ThrowAsync<PluginHostException>(act);
        error.ShouldBeOfType<PluginHostException>();
        return error.Message;
    }

    /// <summary>Waits for what pauses on the clock in the hand: questions are asked again after a while.</summary>
    public async Task<T> PassAsync<T>(Task<T> task)
    {
        for (var second = 0; second < 120 && !task.IsCompleted; second++)
            await Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        return await task;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
