using System.Reflection;
using System.Runtime.Loader;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// Loads one plugin with what it brings along. Contract assemblies always come from the host: a copy that a plugin ships is ignored, or its types
/// would be others than the host's. It must not keep an assembly, type or delegate of its own in a field: the runtime holds an unloading context
/// until its last type is gone, and the two would hold each other.
/// </summary>
internal sealed class PluginContext : AssemblyLoadContext
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly string _entry;
    private readonly string _folder;
    private readonly ContractAssemblies _contracts;
    private AssemblyDependencyResolver? _files;

    public PluginContext(string plugin, string entry, ContractAssemblies contracts, bool unloadable)
        : base($"plugin:{plugin}", unloadable)
    {
        Plugin = plugin;
        _entry = entry;
        _folder = Path.GetDirectoryName(entry)!;
        _contracts = contracts;
    }

    /// <summary>The plugin's id.</summary>
    public string Plugin { get; }

    public Assembly LoadEntry() => LoadFromAssemblyPath(_entry);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_contracts.Find(assemblyName.Name!) is { } contract)
            return contract;

        // The framework's own come from the framework, whatever a plugin ships.
        if (System.IO.File.Exists(Path.Combine(Framework, assemblyName.Name + ".dll")))
            return null;

        // The resolver reads the dependency file through the native host, which costs milliseconds: asked only where the plain answer is none.
        var beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        if (System.IO.File.Exists(beside))
            return LoadFromAssemblyPath(beside);

        return Files?.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        Files?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private AssemblyDependencyResolver? Files
    {
        get
        {
            if (_files is null && System.IO.File.Exists(Path.ChangeExtension(_entry, ".deps.json")))
                _files = new AssemblyDependencyResolver(_entry);

            return _files;
        }
    }
}
