using PluginHost.Bluesky;
using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests;

/// <summary>A workspace whose profile has an account on a real PDS, and has logged in with an app password.</summary>
internal sealed class BlueskyTown : IAsyncDisposable
{
    private int _keys;

    private BlueskyTown(Pds pds, PdsAccount account, Profile profile, TestHost host) => (Pds, Account, Profile, Host) = (pds, account, profile, host);

    public Pds Pds { get; }

    public PdsAccount Account { get; }

    public TestHost Host { get; }

    public Profile Profile { get; }

    public Network Network { get; private set; } = null!;

    public static async Task<BlueskyTown> StartAsync(string address, params (string Name, Value Value)[] settings)
    {
        var town = await OpenAsync(address, settings);
        town.Host.Answers.Secret("App password", await town.Pds.NewAppPasswordAsync(town.Account));
        await town.Network.Login!.LogInAsync(town.Profile, CancellationToken.None);
        return town;
    }

    /// <summary>Opens one whose profile has not logged in.</summary>
    public static async Task<BlueskyTown> OpenAsync(string address, params (string Name, Value Value)[] settings)
    {
        var pds = new Pds(address);
        var account = await pds.OpenAsync("telco");
        var profile = new Profile { Name = "@telco", Network = "bluesky", Handle = account.Handle, Server = address, Language = "en" };
        var host = await TestHost.StartAsync<BlueskyPlugin>(new TestHostOptions
        {
            Manifest = Manifest(),
            Profiles = [profile],
            Settings = settings,
            Start = TimeProvider.System.GetUtcNow(),
        });
        var town = new BlueskyTown(pds, account, profile, host);
        town.Network = await town.LetOutAsync(host);
        return town;
    }

    /// <summary>Another process on the same workspace.</summary>
    public async Task<(TestHost Host, Network Network)> AgainAsync()
    {
        var process = await Host.AgainAsync();
        return (process, await LetOutAsync(process));
    }

    public Outgoing Post(string text) => new() { Profile = Profile, Text = text, Language = "en", PlannedAt = Host.Clock.GetUtcNow() };

    public SendKey Key() => new() { Value = $"key-{++_keys}", Attempt = 1 };

    public Task<SendResult> SendAsync(Outgoing post) => SendAsync(post, Key());

    public Task<SendResult> SendAsync(Outgoing post, SendKey key) => Network.SendAsync(post, key, CancellationToken.None);

    public async Task<Sent> PublishAsync(Outgoing post)
    {
        var result = await SendAsync(post);
        return result.ShouldBeOfType<Sent>($"{result}");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Pds.Dispose();
    }

    private static string Manifest()
    {
        const string Yaml = "plugins/Networks/Bluesky/plugin.yaml";
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Yaml)))
            folder = folder.Parent;

        return Path.Combine(folder.ShouldNotBeNull().FullName, Yaml);
    }

    // The PDS calls itself localhost in the accounts' documents.
    private async Task<Network> LetOutAsync(TestHost host)
    {
        host.Http.LetThrough(Pds.Address);
        host.Http.LetThrough(Pds.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        return await host.NetworkAsync(Profile);
    }
}
