using System.Reflection;
using System.Runtime.Loader;
using PluginHost.Campaigns;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// The assemblies whose types cross between host, plugins and scripts: Sdk, Campaigns, and those that plugins export. Each is loaded once, outside
/// the collectible contexts; a new version of one asks for a restart.
/// </summary>
internal sealed class ContractAssemblies
{
    /// <summary>Those of the program itself.</summary>
    public static readonly IReadOnlyList<Assembly> Own = [typeof(Sdk.Plugin).Assembly, typeof(Network).Assembly];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Assembly> _loaded = Own.ToDictionary(contract => contract.GetName().Name!, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _exported = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows the contracts that the plugins of a workspace export; each is loaded when somebody asks. The first of a name counts.</summary>
    public ContractAssemblies(PluginCatalog catalog)
    {
        foreach (var plugin in catalog.Usable)
        {
            foreach (var file in plugin.Manifest!.Contracts)
                _exported.TryAdd(Path.GetFileNameWithoutExtension(file), Path.Combine(Path.GetDirectoryName(plugin.EntryPath)!, file));
        }
    }

    /// <summary>The files of all contract assemblies, loaded or not.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (_gate)
                return [.. Own.Select(contract => contract.Location), .. _exported.Values];
        }
    }

    /// <summary>The assembly of a contract; null where the name is not one's.</summary>
    public Assembly? Find(string name)
    {
        lock (_gate)
        {
            if (_loaded.TryGetValue(name, out var known))
                return known;

            return _exported.TryGetValue(name, out var path)
                ? _loaded[name] = AssemblyLoadContext.Default.LoadFromAssemblyPath(path)
                : null;
        }
    }

    /// <summary>Whether a type belongs to a contract, so that it may cross the fence.</summary>
    public bool Owns(Type type) => Find(type.Assembly.GetName().Name!) == type.Assembly;
}
