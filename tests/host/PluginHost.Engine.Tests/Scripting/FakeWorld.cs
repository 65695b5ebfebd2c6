using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>A world of plugins that a test sets up.</summary>
internal sealed class FakeWorld : IScriptWorld
{
    private readonly Dictionary<string, Func<IScript, object>> _globals = [];

    public List<ScriptGlobalDeclaration> Declared { get; } = [];

    public IReadOnlyList<ScriptGlobalDeclaration> Globals => [.. Declared];

    public List<string> Contracts { get; } = [typeof(ScriptGlobals).Assembly.Location, typeof(Profile).Assembly.Location];

    public IReadOnlyList<string> ContractPaths => [.. Contracts];

    /// <summary>The plugins' assemblies by id.</summary>
    public Dictionary<string, string> Plugins { get; } = [];

    public Func<string, PluginLease> Lease { get; set; } = id => throw new PluginHostException($"The plugin {id} cannot be leased.");

    public IReadOnlyList<string> PluginIds => [.. Plugins.Keys];

    /// <summary>The names of the globals that were asked for, in order.</summary>
    public List<string> Created { get; } = [];

    public List<Action> Cancellers { get; } = [];

    public void Offer<T>(string name, Func<IScript, T> create)
        where T : class
    {
        Declared.Add(new ScriptGlobalDeclaration { Name = name, Type = typeof(T).FullName!, Description = $"The {name}.", Plugin = "acme" });
        _globals[name] = create;
    }

    public Type? TypeOf(ScriptGlobalDeclaration global) =>
        typeof(ScriptGlobals).Assembly.GetType(global.Type) ?? typeof(Profile).Assembly.GetType(global.Type);

    public async Task<object> CreateGlobalAsync(string name, IScript script, CancellationToken cancel)
    {
        await Task.Yield();
        lock (Created)
            Created.Add(name);

        return _globals[name](script);
    }

    public string? FindPluginAssembly(string pluginId) => Plugins.GetValueOrDefault(pluginId);

    public Task<PluginLease> LeaseAsync(string pluginId, Action cancelScript, CancellationToken cancel)
    {
        Cancellers.Add(cancelScript);
        return Task.FromResult(Lease(pluginId));
    }
}
