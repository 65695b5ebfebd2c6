using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
    public ContractAssemblies(PluginCatalog catalog) => Use(catalog);

    /// <summary>Goes by another catalog from now on. What is loaded stays loaded: its types are in use, and there is one of each.</summary>
    public void Use(PluginCatalog catalog)
    {
        lock (_gate)
        {
            var before = _exported.ToDictionary();
            _exported.Clear();
            foreach (var (name, path) in catalog.Usable.SelectMany(ExportedBy))
                _exported.TryAdd(name, _loaded.ContainsKey(name) ? before.GetValueOrDefault(name, path) : path);
        }
    }

    /// <summary>The contracts of a plugin of which another build is loaded than the one that it brings. They ask for a restart.</summary>
    public IReadOnlyList<string> StaleOf(KnownPlugin plugin)
    {
        lock (_gate)
        {
            return
            [
                .. from contract in ExportedBy(plugin)
                   where _loaded.TryGetValue(contract.Name, out var loaded) && !Own.Contains(loaded) && BuildOf(contract.Path) != loaded.ManifestModule.ModuleVersionId
                   select contract.Name,
            ];
        }
    }

    private static IEnumerable<(string Name, string Path)> ExportedBy(KnownPlugin plugin) =>
        from file in plugin.Manifest!.Contracts
        select (Path.GetFileNameWithoutExtension(file), Path.Combine(Path.GetDirectoryName(plugin.EntryPath)!, file));

    private static Guid BuildOf(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            using var file = new PEReader(stream);
            var metadata = file.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // Whatever it is, it is not the one that is loaded.
            return Guid.Empty;
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
