using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>A workspace with its network, and any number of processes on it, each with an inbox and a posting plugin of its own.</summary>
internal sealed class Bench : IDisposable
{
    private readonly FakeHost _ears;
    private readonly Conversations _heard;
    private int _said;

    public Bench()
    {
        _ears = new FakeHost(Database, Clock, typeof(InboxPlugin));
        _heard = new Conversations(_ears.Store, Clock, TimeSpan.FromHours(4));
    }

    public FakeDatabase Database { get; } = new();

    public FakeClock Clock { get; } = new();

    public Square Network { get; } = new();

    public ShopProfiles Profiles { get; } = new();

    public NoLinters Linters { get; } = new();

    /// <summary>What is given to processes that start from now on, instead of the default.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>The same for posting.</summary>
    public Dictionary<string, string> PostingSettings { get; } = [];

    /// <summary>Starts a process.</summary>
    public async Task<InboxProcess> StartAsync(int life = int.MaxValue, int postingLife = int.MaxValue)
    {
        var posting = new FakeHost(Database, Clock, typeof(PostingPlugin));
        foreach (var (name, value) in PostingSettings)
            posting.Settings[name] = value;

        posting.Services.Provide<IProfiles>(Profiles);
        posting.Services.Provide<INetworks>(new SquareNetworks(Network));
        posting.Services.Provide<ILinters>(Linters);
        var plugin = new PostingPlugin();
        await plugin.ActivateAsync(posting, CancellationToken.None);
        posting.Store.Life = postingLife;

        var host = new FakeHost(Database, Clock, typeof(InboxPlugin));
        foreach (var (name, value) in Settings)
            host.Settings[name] = value;

        host.Services.Provide<IProfiles>(Profiles);
        host.Services.Provide<INetworks>(new SquareNetworks(Network));
        host.Services.Provide(await posting.Services.GetAsync<IPublisher>(CancellationToken.None));
        var inbox = new InboxPlugin();
        await inbox.ActivateAsync(host, CancellationToken.None);
        host.Store.Life = life;
        return new InboxProcess
        {
            Plugin = inbox,
            Host = host,
            Posting = plugin,
            PostingHost = posting,
            Inbox = await host.Services.GetAsync<IInbox>(CancellationToken.None),
            Publisher = await host.Services.GetAsync<IPublisher>(CancellationToken.None),
        };
    }

    /// <summary>Somebody says something to a profile, and it is heard.</summary>
    /// <returns>What it is called on the network.</returns>
    public async Task<string> SayAsync(string handle, string text, string profile = "@grocer", string? to = null, string? thread = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"w{++_said}");
        await HearAsync(profile, new NetworkEvent
        {
            Id = $"event {id}",
            Kind = to is null ? NetworkEventKind.Mention : NetworkEventKind.Reply,
            Handle = handle,
            At = Clock.GetUtcNow(),
            Post = to,
            Text = text,
            RemoteId = id,
            Thread = thread,
        });
        return id;
    }

    /// <summary>Somebody takes back what they said.</summary>
    public Task TakeBackAsync(string handle, string remoteId, string profile = "@grocer") => HearAsync(profile, new NetworkEvent
    {
        Id = $"deletion of {remoteId}",
        Kind = NetworkEventKind.Deletion,
        Handle = handle,
        At = Clock.GetUtcNow(),
        RemoteId = remoteId,
    });

    public Task HearAsync(string profile, NetworkEvent told) => _ears.Store.TransactAsync<object?>(
        async transaction =>
        {
            await _heard.HearAsync(transaction, Profiles[profile], told);
            return null;
        },
        CancellationToken.None);

    /// <summary>Who waits, as anybody sees it: the handles, longest first.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync() => [.. (await _heard.ReadWaitingAsync(CancellationToken.None)).Select(each => each.Handle)];

    /// <summary>The conversation with somebody, of whom there is one.</summary>
    public async Task<Conversation> WithAsync(string handle)
    {
        var id = (long)Database.Query($"select c.id from inbox_conversation c join inbox_contact k on k.id = c.contact where k.handle = '{handle}'").Single();
        return await _heard.ReadAsync(id, CancellationToken.None);
    }

    /// <summary>Looks after what waits, as somebody who serves does.</summary>
    public static Task LookAsync(InboxProcess process) => process.Plugin.LookAsync(process.Host, CancellationToken.None);

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

    public void Dispose() => Database.Dispose();
}
