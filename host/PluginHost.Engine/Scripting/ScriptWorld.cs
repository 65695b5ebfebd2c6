using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Services;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What plugins and the host give to scripts: globals by name, assemblies by lease.</summary>
internal sealed class ScriptWorld : IScriptWorld
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly PluginRuntime _plugins;
    private readonly IProfiles _profiles;
    private volatile ScriptGlobalSet? _globals;

    public ScriptWorld(PluginRuntime plugins, IProfiles profiles)
    {
        _plugins = plugins;
        _profiles = profiles;
    }

    public IReadOnlyList<ScriptGlobalDeclaration> Globals => Current.Globals;

    /// <summary>Names that two plugins claim, and who they are. Neither is used.</summary>
    public IReadOnlyDictionary<string, string> Clashes => Current.Clashes;

    public IReadOnlyList<string> ContractPaths => _plugins.Contracts.Paths;

    public IReadOnlyList<string> PluginIds => [.. _plugins.Catalog.Usable.Select(plugin => plugin.Id)];

    public async Task<object> CreateGlobalAsync(string name, IScript script, CancellationToken cancel)
    {
        var global = Globals.First(known => known.Name == name);
        if (global.Plugin.Length == 0)
            return _profiles;

        var guest = await _plugins.ActivateAsync(global.Plugin, $"the script global {name}", cancel);
        var method = guest.Contributions.ScriptGlobals.First(known => known.Name == name).Method;
        var made = await _plugins.Fence.EnterAsync(
            guest, $"making the script global {name}", Limit, async token => (await Handler.CallAsync(guest, method, [script], token))!, cancel);

        // An interface is the plugin's own object: its calls go through the fence. A class is the contract's code, which reaches plugins by services.
        return TypeOf(global) is { IsInterface: true } service ? FencedService.Create(service, made, guest, _plugins) : made;
    }

    // Plugins come and go while scripts run: whoever asks next sees the globals of those that are there.
    private ScriptGlobalSet Current
    {
        get
        {
            var (known, catalog) = (_globals, _plugins.Catalog);
            return known?.Catalog == catalog ? known : _globals = ScriptGlobalSet.Of(catalog);
        }
    }

    public Type? TypeOf(ScriptGlobalDeclaration global) => _plugins.Contracts.Find(global.Assembly)?.GetType(global.Type);

    public string? FindPluginAssembly(string pluginId) => _plugins.Catalog.Find(pluginId) is { IsUsable: true } plugin ? plugin.EntryPath : null;

    public async Task<PluginLease> LeaseAsync(string pluginId, Action cancelScript, CancellationToken cancel)
    {
        var guest = await _plugins.ActivateAsync(pluginId, "a script that references it", cancel);

        // Unloading waits for whoever is inside; a script that uses the plugin's types is inside until it ends.
        if (!guest.Gate.TryEnter())
            throw new PluginFaultedException(pluginId, $"{pluginId} is being unloaded and takes no scripts.");

        var stop = guest.Stopping.UnsafeRegister(_ => cancelScript(), null);
        return new PluginLease(guest.Assembly, () =>
        {
            stop.Dispose();
            guest.Gate.Leave();
        });
    }
}
