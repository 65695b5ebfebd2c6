using PluginHost.Engine.Data;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>The ways out of the process: network, mail, files, randomness. One place, so that a rehearsal can put others here.</summary>
internal sealed class WaysOut(WorkspaceConfiguration workspace, WakeWatch sleep, TimeProvider clock) : IDisposable
{
    private HttpTransport? _transport;

    public IRandom Random { get; } = new RandomWay();

    public IHttp Http(PluginManifest plugin) => new HttpWay(NeedsOf(plugin), _transport ??= new HttpTransport(), sleep, clock);

    public IMail Mail(PluginManifest plugin) => new MailWay(NeedsOf(plugin), workspace.Mail, clock);

    public IWorkspace Workspace(PluginManifest plugin) => new WorkspaceWay(NeedsOf(plugin), workspace, CsvFile.Parse, YamlFile.Parse);

    public void Dispose() => _transport?.Dispose();

    private static Needs NeedsOf(PluginManifest plugin) => new(plugin.Id, plugin.Needs);
}
