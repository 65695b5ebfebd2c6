using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.RehearsalServer;

namespace PluginHost.Rehearsal.Tests;

/// <summary>A workspace whose profile speaks on a server, which runs in this process on loopback.</summary>
internal sealed class Abroad : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeDatabase _database = new();
    private readonly RealHttp _http = new();
    private NetworkServer _server = null!;

    /// <summary>The server's clock. The client's own is that of <see cref="Host"/>.</summary>
    public FakeClock ServerClock { get; } = new();

    public FakeHost Host { get; private set; } = null!;

    public RehearsalPlugin Plugin { get; private set; } = null!;

    public Network Network { get; private set; } = null!;

    /// <summary>When the first thing could be said.</summary>
    public DateTimeOffset Started { get; } = new FakeClock().GetUtcNow();

    public NetworkLog Log => NetworkLog.Read(Path.Combine(_folder.Path, "network.jsonl"));

    public static async Task<Abroad> StartAsync(string kind, params (string Name, string Value)[] settings)
    {
        var abroad = new Abroad();
        var options = new ServerOptions { LogFile = Path.Combine(abroad._folder.Path, "network.jsonl") };
        abroad._server = await NetworkServer.StartAsync(options, abroad.ServerClock, CancellationToken.None);
        abroad.Host = new FakeHost(abroad._database, new FakeClock(), typeof(RehearsalPlugin)) { Http = abroad._http };
        abroad.Host.Settings["server"] = abroad._server.Address.ToString();
        abroad.Host.Settings["like"] = $"@slocombe={kind}";
        foreach (var (name, value) in settings)
            abroad.Host.Settings[name] = value;

        await abroad.RestartAsync();
        return abroad;
    }

    /// <summary>Another process of ours, with the settings as they are now.</summary>
    public async Task RestartAsync()
    {
        Plugin = new RehearsalPlugin();
        await Plugin.ActivateAsync(Host, CancellationToken.None);
        Network = Plugin.Network(Host);
    }

    public async Task SetAsync(string name, string value)
    {
        Host.Settings[name] = value;
        await RestartAsync();
    }

    public Outgoing Outgoing(string text) => new() { Profile = Town.Slocombe, Text = text, Language = "en", PlannedAt = Started };

    public Task<SendResult> SendAsync(string text, string key) => Network.SendAsync(Outgoing(text), Town.Key(key), CancellationToken.None);

    public Task<LookUpResult> FindAsync(string text, string key) => FindAsync(text, key, Host.Clock.GetUtcNow());

    public Task<LookUpResult> FindAsync(string text, string key, DateTimeOffset since) =>
        Network.LookUp!.FindAsync(Outgoing(text), Town.Key(key), since, CancellationToken.None);

    /// <summary>Lets what lies on the server land.</summary>
    public async Task LandAsync(TimeSpan time)
    {
        using var grown = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(_folder.Path);
        watcher.Changed += (_, _) => grown.Release();
        watcher.EnableRaisingEvents = true;
        var before = Log.Published.Count;
        ServerClock.Advance(time);
        while (Log.Published.Count == before)
            await grown.WaitAsync();
    }

    public ValueTask StopServerAsync() => _server.DisposeAsync();

    public IReadOnlyList<object> Kept() => _database.Query("select remote_id from rehearsal_post");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }
}
