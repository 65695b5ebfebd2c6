using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

/// <summary>A place where people talk, and any number of processes that hear them, each with a plugin of its own on one workspace.</summary>
internal sealed class Square : IDisposable
{
    private int _said;

    public FakeDatabase Database { get; } = new();

    public FakeClock Clock { get; } = new();

    public FakeNetwork Network { get; } = new();

    public FakeProfiles Profiles { get; } = new();

    /// <summary>What is given to processes that start from now on, instead of the default.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Starts a process.</summary>
    public async Task<(ListeningPlugin Plugin, FakeHost Host)> StartAsync()
    {
        var host = new FakeHost(Database, Clock, typeof(ListeningPlugin));
        foreach (var (name, value) in Settings)
            host.Settings[name] = value;

        host.Services.Provide<IProfiles>(Profiles);
        host.Services.Provide<INetworks>(new FakeNetworks(Network));
        var plugin = new ListeningPlugin();
        await plugin.ActivateAsync(host, CancellationToken.None);
        return (plugin, host);
    }

    /// <summary>Starts a process that has a query and has heard what was said so far.</summary>
    public async Task<(ListeningPlugin Plugin, FakeHost Host)> HearAsync(params (string Name, string Query)[] queries)
    {
        var (plugin, host) = await StartAsync();
        foreach (var (name, query) in queries)
            await plugin.AddAsync(host, name, query, CancellationToken.None);

        await HearAsync(plugin);
        return (plugin, host);
    }

    /// <summary>Lets a process listen until it has heard what was said so far.</summary>
    public async Task HearAsync(ListeningPlugin plugin)
    {
        using var stop = new CancellationTokenSource();
        var listening = plugin.ListenAsync(stop.Token);
        await UntilAsync(() => listening.IsCompleted || HasHeardAll());
        stop.Cancel();
        await listening;
    }

    /// <summary>Somebody says something, now.</summary>
    public PublicPost Say(string text, string handle = "kari", string language = "")
    {
        var post = Post($"p{++_said}", text, handle, language);
        Network.Public.Say(post);
        return post;
    }

    public PublicPost Post(string id, string text, string handle = "kari", string language = "") =>
        new() { RemoteId = id, Handle = handle, Text = text, Language = language, At = Clock.GetUtcNow() };

    /// <summary>Lets time pass, a little at a time, until something is the case.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var step = 0; !isSo(); step++)
        {
            step.ShouldBeLessThan(20_000, "It never comes to that.");
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Every post that was kept, in the order in which it was heard.</summary>
    public IReadOnlyList<string> Kept() => [.. Database.Query("select text from listening_post order by id").Cast<string>()];

    public void Dispose() => Database.Dispose();

    /// <summary>The cells of a column.</summary>
    public static IReadOnlyList<string> Cells(Value table, string column) => [.. table.Items.Select(row => row[column].ToString())];

    // Everybody who takes has taken all that there is, and the network was asked since something was said last.
    private bool HasHeardAll()
    {
        var streams = Database.Streams.Where(stream => stream.Key.StartsWith("public/", StringComparison.Ordinal)).Select(stream => stream.Value).ToList();
        return streams.Count > 0 && streams.TrueForAll(log => log.Cursor == $"{_said}" && log.Takers.GetValueOrDefault("listening") == log.Events.Count);
    }
}
