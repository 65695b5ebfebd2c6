using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>A workspace whose profile speaks on a server that says what a test wants.</summary>
internal sealed class Pretence : IDisposable
{
    private readonly FakeDatabase _database = new();

    public Pretence(string kind, params (string Name, string Value)[] settings)
    {
        Host = new FakeHost(_database, new FakeClock(), typeof(RehearsalPlugin)) { Http = Http };
        Host.Settings["server"] = "http://127.0.0.1:5080";
        Host.Settings["like"] = $"@slocombe={kind}";
        foreach (var (name, value) in settings)
            Host.Settings[name] = value;

        var plugin = new RehearsalPlugin();
        plugin.ActivateAsync(Host, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
        Network = plugin.Network(Host);
    }

    public FakeHttp Http { get; } = new();

    public FakeHost Host { get; }

    public Network Network { get; }

    public FakeDatabase Database => _database;

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    public Outgoing Post { get; set; } = new()
    {
        Profile = Town.Slocombe,
        Text = "Hello",
        Language = "en",
        PlannedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero),
    };

    public Task<SendResult> SendAsync() => SendAsync(CancellationToken.None);

    public Task<SendResult> SendAsync(CancellationToken cancel) => Network.SendAsync(Post, Town.Key("key-1"), cancel);

    public Task<SendResult> SendAsync(int status, string body, params (string Name, string Value)[] headers)
    {
        Http.Answer = _ => FakeHttp.Json(status, body, headers);
        return SendAsync();
    }

    public Task<LookUpResult> FindAsync(DateTimeOffset since) => Network.LookUp!.FindAsync(Post, Town.Key("key-1"), since, CancellationToken.None);

    public void Dispose() => _database.Dispose();
}
