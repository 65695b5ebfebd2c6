using System.Reflection;
using System.Runtime.Loader;

namespace PluginHost.Engine.Scripting;

/// <summary>The engine and these tests once more, in a context where a test sees, and can refuse, every assembly they ask for.</summary>
internal sealed class IsolatedEngine(string refused) : AssemblyLoadContext("isolated engine")
{
    public List<string> Asked { get; } = [];

    /// <summary>Runs the script in a folder, with the cache in it, and gives the outcome as text.</summary>
    public Task<string> RunAsync(string folder)
    {
        var method = LoadFromAssemblyPath(typeof(IsolatedEngine).Assembly.Location)
            .GetType(typeof(IsolatedEngine).FullName!)!
            .GetMethod(nameof(RunHereAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
        return (Task<string>)method.Invoke(null, [folder])!;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        lock (Asked)
            Asked.Add(name.Name!);

        if (name.Name!.StartsWith(refused, StringComparison.Ordinal))
            throw new FileNotFoundException($"{name.Name} is refused here.");

        return name.Name is "PluginHost.Engine" ? LoadFromAssemblyPath(typeof(ScriptEngine).Assembly.Location) : null;
    }

    private static async Task<string> RunHereAsync(string folder)
    {
        var bench = new ScriptBench(folder).WithPublish();
        var outcome = await bench.RunAgainAsync("isolated");
        return $"{outcome} {string.Join(", ", bench.Person.Said)}";
    }
}
