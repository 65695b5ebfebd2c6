using PluginHost.Engine.Data;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>The ways out of the process: network, mail, files, randomness. One place, so that a rehearsal can put others here: <see cref="Rehearsal"/>.</summary>
internal sealed class WaysOut(WorkspaceConfiguration workspace, WakeWatch sleep, TimeProvider clock) : IDisposable
{
    private object? _making = new();
    private HttpTransport? _transport;

    /// <summary>The rehearsal whose ways these are; null: they lead outside.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>What stands at these ways for a test; null: they lead outside.</summary>
    public StandIns? StandIns { get; init; }

    public IRandom Random => LazyInitializer.EnsureInitialized(
        ref field, ref _making, () => (Rehearsal?.Clock.Seed ?? StandIns?.Seed) is { } seed ? new SeededRandom(seed) : new RandomWay());

    public IHttp Http(PluginManifest plugin) => Rehearsal is not null
        ? new RehearsedHttp(NeedsOf(plugin), Rehearsal.Notes)
        : StandIns is not null ? new StandInHttp(NeedsOf(plugin), StandIns.Network)
        : new HttpWay(NeedsOf(plugin), LazyInitializer.EnsureInitialized(ref _transport, ref _making, () => new HttpTransport()), sleep, clock);

    public IMail Mail(PluginManifest plugin) => Rehearsal is not null
        ? new RehearsedMail(NeedsOf(plugin), Rehearsal.Notes)
        : StandIns is not null ? new StandInMail(NeedsOf(plugin), StandIns.Mail)
        : new MailWay(NeedsOf(plugin), workspace.Mail, clock);

    public IWorkspace Workspace(PluginManifest plugin) => new WorkspaceWay(NeedsOf(plugin), workspace, CsvFile.Parse, YamlFile.Parse)
    {
        Overlay = Rehearsal?.Overlay,
    };

    public void Dispose() => _transport?.Dispose();

    private static Needs NeedsOf(PluginManifest plugin) => new(plugin.Id, plugin.Needs);
}
