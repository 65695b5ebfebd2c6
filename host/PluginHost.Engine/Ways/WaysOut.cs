using PluginHost.Engine.Data;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways.Accounts;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>The ways out of the process: network, mail, files, randomness. One place, so that a rehearsal can put others here: <see cref="Rehearsal"/>.</summary>
internal sealed class WaysOut(WorkspaceConfiguration workspace, WakeWatch sleep, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IGuestHttp> _open = [];
    private object? _making = new();
    private HttpTransport? _transport;

    /// <summary>The rehearsal whose ways these are; null: they lead outside.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>What stands at these ways for a test; null: they lead outside.</summary>
    public StandIns? StandIns { get; init; }

    /// <summary>Where exchanges for accounts are recorded; null: nowhere.</summary>
    public ExchangeLog? Exchanges { get; init; }

    public IRandom Random => LazyInitializer.EnsureInitialized(
        ref field, ref _making, () => (Rehearsal?.Clock.Seed ?? StandIns?.Seed) is { } seed ? new SeededRandom(seed) : new RandomWay());

    /// <summary>A plugin's way to the network. Disposing it cuts off what was opened for the plugin alone.</summary>
    public IGuestHttp Http(PluginManifest plugin)
    {
        var way = MakeHttp(NeedsOf(plugin));
        lock (_gate)
            _open.Add(way);

        return way;
    }

    /// <summary>Ends a plugin's way to the network.</summary>
    public void End(IGuestHttp way)
    {
        lock (_gate)
            _open.Remove(way);

        way.Dispose();
    }

    /// <summary>Cuts off what was open when the machine slept: the others have long given it up.</summary>
    public void Wake()
    {
        IGuestHttp[] open;
        lock (_gate)
            open = [.. _open];

        foreach (var way in open)
            way.Wake();
    }

    public IMail Mail(PluginManifest plugin) => Rehearsal is not null
        ? new RehearsedMail(NeedsOf(plugin), Rehearsal.Notes)
        : StandIns is not null ? new StandInMail(NeedsOf(plugin), StandIns.Mail)
        : new MailWay(NeedsOf(plugin), workspace.Mail, clock);

    public IWorkspace Workspace(PluginManifest plugin) => new WorkspaceWay(NeedsOf(plugin), workspace, CsvFile.Parse, YamlFile.Parse)
    {
        Overlay = Rehearsal?.Overlay,
    };

    public void Dispose()
    {
        IGuestHttp[] open;
        lock (_gate)
            open = [.. _open];

        foreach (var way in open)
            End(way);

        _transport?.Dispose();
    }

    private IGuestHttp MakeHttp(Needs needs)
    {
        if (Rehearsal is not null)
            return new RehearsedHttp(needs, Rehearsal.Notes);

        var tools = new AccountTools { Clock = clock, Random = Random, Log = Exchanges };
        return StandIns is not null
            ? new StandInHttp(needs, StandIns, tools)
            : new HttpWay(needs, LazyInitializer.EnsureInitialized(ref _transport, ref _making, () => new HttpTransport()), sleep, tools);
    }

    private static Needs NeedsOf(PluginManifest plugin) => new(plugin.Id, plugin.Needs);
}
