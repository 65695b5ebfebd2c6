using System.Reflection;
using System.Runtime.Loader;
using PluginHost.Engine.Faults;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Where the assemblies of one run are loaded, and with it unloaded. It knows the prelude, the leased plugins and the script's own
/// <c>#r</c> files with what lies beside them; contracts and the BCL come from the host.
/// </summary>
internal sealed class ScriptContext : AssemblyLoadContext
{
    private readonly Dictionary<string, Assembly> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _files = [];
    private readonly List<string> _natives = [];
    private readonly IReadOnlyList<string> _contracts;

    public ScriptContext(string name, IReadOnlyList<string> contracts)
        : base(name, isCollectible: true)
    {
        _contracts = contracts;

        // The runtime holds an unloading context strongly until its code is gone: an assembly in a field of ours would keep both for ever.
        Unloading += _ => _assemblies.Clear();
    }

    /// <summary>Where the run hears of an exception that nobody caught, on a thread or a timer of the script's own.</summary>
    public Action<Exception>? Thrown { get; set; }

    /// <summary>Where the run hears of a task that failed and that the script let go of, on any thread.</summary>
    public Action<Exception>? Lost { get; set; }

    /// <summary>Hands an exception that nobody caught to the run whose code it came through.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TakeUnhandled(Exception error)
    {
        var thrown = FaultPlace.ContextsOf(error).OfType<ScriptContext>().FirstOrDefault()?.Thrown;
        thrown?.Invoke(error);
        return thrown is not null;
    }

    /// <summary>Loads an assembly of the run and lets the others find it by its name.</summary>
    public Assembly Load(ArraySegment<byte> image, ArraySegment<byte> symbols)
    {
        using var assemblyStream = Open(image);
        using var symbolStream = symbols.Count == 0 ? null : Open(symbols);
        var assembly = LoadFromStream(assemblyStream, symbolStream);
        Share(assembly);
        return assembly;
    }

    /// <summary>Lets the script find an assembly that is loaded elsewhere.</summary>
    public void Share(Assembly assembly) => _assemblies[assembly.GetName().Name!] = assembly;

    /// <summary>Lets the script find a file that it names by <c>#r</c>.</summary>
    public void ShareFile(string path) => _files.Add(path);

    /// <summary>Lets the script's packages find a native library.</summary>
    public void ShareNative(string path) => _natives.Add(path);

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        // As .NET looks for it: by its name, with the system's ending, with "lib" before it.
        foreach (var native in _natives)
        {
            var name = Path.GetFileName(native);
            var bare = Path.GetFileNameWithoutExtension(native);
            if (unmanagedDllName == name || unmanagedDllName == bare || "lib" + unmanagedDllName == name || "lib" + unmanagedDllName == bare)
                return LoadUnmanagedDllFromPath(native);
        }

        return 0;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (_assemblies.TryGetValue(name.Name!, out var known))
            return known;

        foreach (var contract in _contracts)
        {
            if (IsNamed(contract, name))
                return FindLoaded(contract);
        }

        foreach (var file in _files)
        {
            if (IsNamed(file, name))
                return LoadFile(file);
        }

        return _files.Count == 0 || IsOfHost(name) ? null : LoadNeighbour(name);
    }

    private static bool IsNamed(string path, AssemblyName name) =>
        Path.GetFileNameWithoutExtension(path.AsSpan()).Equals(name.Name, StringComparison.OrdinalIgnoreCase);

    // The host's own contracts are found by the default context; a plugin's lives wherever the host has put it.
    private static Assembly? FindLoaded(string contract)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && assembly.Location == contract)
                return assembly;
        }

        return null;
    }

    private static MemoryStream Open(ArraySegment<byte> part) => new(part.Array!, part.Offset, part.Count, writable: false);

    private static bool IsOfHost(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(name) is not null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return false;
        }
    }

    private Assembly? LoadNeighbour(AssemblyName name)
    {
        foreach (var file in _files)
        {
            var neighbour = Path.Combine(Path.GetDirectoryName(file)!, name.Name + ".dll");
            if (File.Exists(neighbour))
                return LoadFile(neighbour);
        }

        return null;
    }

    // From memory: a file that is mapped could not be rebuilt while the script runs.
    private Assembly LoadFile(string path) => Load(File.ReadAllBytes(path), default);
}
