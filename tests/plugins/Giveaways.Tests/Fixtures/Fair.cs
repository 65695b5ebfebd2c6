using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>A workspace with giveaways, and any number of processes on it.</summary>
internal sealed class Fair : IDisposable
{
    /// <summary>Entries are open for a day.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Fair()
    {
        Square = new Square(Clock);
        Crier = new Crier(Clock);
    }

    public FakeDatabase Database { get; } = new();

    public FakeClock Clock { get; } = new();

    public Square Square { get; }

    public Crier Crier { get; }

    public FakeDrand Drand { get; } = new();

    public FakeProfiles Profiles { get; init; } = new();

    /// <summary>The network, where it is another one.</summary>
    public Network? Network { get; set; }

    public GiveawayTerms Terms(string id = "phones") => new()
    {
        Id = id,
        Title = "Three phones",
        Prizes = ["A phone", "A tablet", "A cover"],
        Announcement = [new Variant { Profile = "@telco", Text = "Three of you win. Answer “me, please”." }],
        ClosesAt = Clock.GetUtcNow() + Day,
        Rules = new EntryRules { Phrase = "me, please" },
    };

    public static EffectKey Effect(string step = "giveaway:1#1") => new() { Campaign = "a script", Occurrence = "1", Step = step };

    /// <summary>Starts a process.</summary>
    public async Task<(GiveawaysPlugin Plugin, FakeHost Host, IGiveaways Giveaways)> StartAsync(int life = int.MaxValue)
    {
        var host = new FakeHost(Database, Clock, typeof(GiveawaysPlugin)) { Http = Drand };
        host.Store.Life = life;
        host.Services.Provide<IProfiles>(Profiles);
        host.Services.Provide<INetworks>(new FakeNetworks(Network ?? Square));
        host.Services.Provide<IPublisher>(Crier);
        var plugin = new GiveawaysPlugin();
        await plugin.ActivateAsync(host, CancellationToken.None);
        return (plugin, host, await host.Services.GetAsync<IGiveaways>(CancellationToken.None));
    }

    /// <summary>Lets people answer the announcement.</summary>
    public void Enter(params string[] handles)
    {
        foreach (var handle in handles)
            Square.Say("@telco", handle, "p1", "Me, please!");
    }

    /// <summary>A giveaway that is drawn, its winners told.</summary>
    public async Task<(GiveawaysPlugin Plugin, FakeHost Host, IGiveaways Giveaways)> DrawAsync(params string[] handles)
    {
        var process = await StartAsync();
        await process.Giveaways.BeginAsync(Terms(), Effect(), CancellationToken.None);
        Enter(handles);
        await GoOnAsync(process.Giveaways, GiveawayState.Drawn);
        return process;
    }

    /// <summary>Lets time pass until a giveaway is so far.</summary>
    public async Task<Giveaway> GoOnAsync(IGiveaways giveaways, GiveawayState state, string id = "phones")
    {
        for (var step = 0; step < 20_000; step++)
        {
            var giveaway = await giveaways.GoOnAsync(id, CancellationToken.None);
            if (giveaway.State >= state)
                return giveaway;

            giveaway.Problem.ShouldBeEmpty();
            Clock.Advance(giveaway.NextAt is { } next && next > Clock.GetUtcNow() ? next - Clock.GetUtcNow() : TimeSpan.FromSeconds(30));
        }

        throw new InvalidOperationException("It never comes to that.");
    }

    public IReadOnlyList<string> Log(string id = "phones") => [.. Database.Query($"select line from giveaways_log where giveaway = '{id}' order by number").Cast<string>()];

    public IReadOnlyList<string> Steps(string id = "phones") => [.. Log(id).Select(line => Logs.ChainedLine.Read(line)!.Step)];

    public void Dispose() => Database.Dispose();
}
