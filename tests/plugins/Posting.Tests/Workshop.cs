using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>A workspace with its network, and any number of processes on it, each with a posting plugin of its own.</summary>
internal sealed class Workshop : IDisposable
{
    public static readonly string[] FourProfiles = ["@telco", "@telco_help", "@telco_offers", "@telco_nb"];

    public FakeDatabase Database { get; } = new();

    public FakeClock Clock { get; } = new();

    public FakeNetwork Network { get; } = new();

    /// <summary>The network that processes are given which start from now on, where it is another one.</summary>
    public Network? Other { get; set; }

    /// <summary>What is given to processes that start from now on, instead of the default.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public FakeProfiles Profiles { get; } = new();

    /// <summary>How grave what linters find is here, where it is not as they say; null: off.</summary>
    public Dictionary<string, Severity?> Severities { get; } = [];

    /// <summary>For who counts the steps of a process to its death: looking for what was said before takes some too.</summary>
    public void SilenceEarlierTexts() => Severities["posting.sibling"] = Severities["posting.repetition"] = null;

    /// <summary>Starts a process.</summary>
    public async Task<(PostingPlugin Plugin, FakeHost Host)> StartAsync()
    {
        var (plugin, host) = Prepare();
        await plugin.ActivateAsync(host, CancellationToken.None);
        return (plugin, host);
    }

    public (PostingPlugin Plugin, FakeHost Host) Prepare()
    {
        var host = new FakeHost(Database, Clock, typeof(PostingPlugin));
        foreach (var (name, value) in Settings)
            host.Settings[name] = value;

        host.Services.Provide<IProfiles>(Profiles);
        host.Services.Provide<INetworks>(new FakeNetworks(Other ?? Network));
        var plugin = new PostingPlugin();
        host.Services.Provide<ILinters>(new FakeLinters(plugin, host, Severities));
        return (plugin, host);
    }

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

    /// <summary>What a column of all targets holds, in their order.</summary>
    public IReadOnlyList<object> Column(string column) => Database.Query($"select {column} from posting_target order by post, place");

    public static async Task<IPublisher> PublisherOfAsync(FakeHost host) => await host.Services.GetAsync<IPublisher>(CancellationToken.None);

    public async Task<IPublisher> StartPublisherAsync() => await PublisherOfAsync((await StartAsync()).Host);

    public static PostPlan Plan(params string[] profiles) => Plan([.. profiles.Select(profile => (profile, $"Hello from {profile}"))]);

    public static PostPlan Plan((string Profile, string Text)[] variants) => new()
    {
        Variants = [.. variants.Select(variant => new Variant { Profile = variant.Profile, Text = variant.Text })],
        AskedBy = "a test",
    };

    /// <summary>Puts a post with its targets into the outbox as a process that died would have left it.</summary>
    public void Leave(params (string Profile, string State)[] targets)
    {
        var post = Database.Query("select coalesce(max(id), 0) + 1 from posting_post")[0];
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var lease = now + 120_000;
        Database.Query($"insert into posting_post (id, asked_by, created_at) values ({post}, 'the dead', {now})");
        for (var place = 0; place < targets.Length; place++)
        {
            var (profile, state) = targets[place];
            var rest = state switch
            {
                "draft" => "0, null, null, null, null, null",
                "scheduled" => $"0, {now}, null, null, null, null",
                "leased" => $"0, {now}, null, null, 'the dead', {lease}",
                "sending" => $"1, {now}, {now}, {now}, 'the dead', {lease}",
                "unknown" => $"1, {now + 150_000}, {now}, {now}, null, null",
                _ => $"1, {now}, {now}, null, null, null",
            };
            Database.Query(
                $"""
                insert into posting_target
                    (key, post, place, profile, network, text, language, state, attempt, due_at, sending_at, first_sent_at, lease_owner, lease_until)
                values ('key-{post}-{place}', {post}, {place}, '{profile}', 'test', 'left over', 'en', '{state}', {rest})
                """);
        }
    }

    public IReadOnlyList<string> States() => [.. Database.Query("select state from posting_target order by post, place").Cast<string>()];

    public IReadOnlyList<string> Reasons() => [.. Database.Query("select reason from posting_target order by post, place").Cast<string>()];

    public void Dispose() => Database.Dispose();
}
