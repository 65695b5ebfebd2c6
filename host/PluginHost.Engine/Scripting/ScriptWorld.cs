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
    private readonly Dictionary<string, string> _claims = new(StringComparer.Ordinal);

    public ScriptWorld(PluginRuntime plugins, IProfiles profiles)
    {
        _plugins = plugins;
        _profiles = profiles;
        var globals = new List<ScriptGlobalDeclaration>
        {
            new()
            {
                Name = "Profiles",
                Type = "PluginHost.Campaigns.IProfiles",
                Description = "The profiles of the workspace.",
                Assembly = "PluginHost.Campaigns",
                Plugin = "",
            },
        };
        globals.AddRange(
            from plugin in plugins.Catalog.Usable
            from global in plugin.Contributions!.ScriptGlobals
            select new ScriptGlobalDeclaration { Name = global.Name, Type = global.Type, Assembly = global.Assembly, Description = global.Description, Plugin = plugin.Id });

        foreach (var clash in globals.GroupBy(global => global.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            _claims[clash.Key] = string.Join(" and ", clash.Select(global => global.Plugin.Length > 0 ? global.Plugin : "the host"));

        Globals = [.. globals.Where(global => !_claims.ContainsKey(global.Name))];
    }

    public IReadOnlyList<ScriptGlobalDeclaration> Globals { get; }

    /// <summary>Names that two plugins claim, and who they are. Neither is used.</summary>
    public IReadOnlyDictionary<string, string> Clashes => _claims;

    public IReadOnlyList<string> ContractPaths => _plugins.Contracts.Paths;

    public IReadOnlyList<string> PluginIds => [.. _plugins.Catalog.Usable.Select(plugin => plugin.Id)];

    public async Task<object> CreateGlobalAsync(string name, IScript script, CancellationToken cancel)
    {
        var global = Globals.First(known => known.Name == name);
        if (global.Plugin.Length == 0)
            return _profiles;

        var guest = await _plugins.ActivateAsync(global.Plugin, cancel);
        var method = guest.Contributions.ScriptGlobals.First(known => known.Name == name).Method;
        var made = await _plugins.Fence.EnterAsync(
            guest, $"making the script global {name}", Limit, async token => (await Handler.CallAsync(guest, method, [script], token))!, cancel);

        // An interface is the plugin's own object: its calls go through the fence. A class is the contract's code, which reaches plugins by services.
        return TypeOf(global) is { IsInterface: true } service ? FencedService.Create(service, made, guest, _plugins) : made;
    }

    public Type? TypeOf(ScriptGlobalDeclaration global) => _plugins.Contracts.Find(global.Assembly)?.GetType(global.Type);

    public string? FindPluginAssembly(string pluginId) => _plugins.Catalog.Find(pluginId) is { IsUsable: true } plugin ? plugin.EntryPath : null;

    public async Task<PluginLease> LeaseAsync(string pluginId, Action cancelScript, CancellationToken cancel)
    {
        var guest = await _plugins.ActivateAsync(pluginId, cancel);

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
