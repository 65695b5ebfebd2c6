using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;
using Profile = PluginHost.Campaigns.Profile;

namespace PluginHost.Benchmarks.Scripts;

/// <summary>A script engine with nothing around it: no plugins, no workspace, nobody to hear what is said.</summary>
internal static class BareScripts
{
    public static ScriptEngine Open(string folder, bool isGuarded) => new(
        World,
        Path.Combine(folder, "cache"),
        new ScriptTools
        {
            Clock = TimeProvider.System,
            Zone = TimeZoneInfo.Utc,
            Root = folder,
            Journal = () => throw new BenchmarkException("A script that is measured keeps no journal."),
            Commands = new NoCommands(),
            Random = new RandomWay(),
            ParseCsv = (_, _) => [],
            ParseYaml = (_, _) => Value.Nothing,
        },
        isGuarded);

    public static IScriptWorld World { get; } = new NoPlugins();

    /// <summary>Runs a script that must be done.</summary>
    /// <exception cref="BenchmarkException">It ended otherwise.</exception>
    public static ScriptDone Run(ScriptEngine engine, string path)
    {
        var outcome = engine.RunAsync(new ScriptRequest { Path = path }, new Nobody(), CancellationToken.None).GetAwaiter().GetResult();
        return outcome as ScriptDone ?? throw new BenchmarkException($"{path} should be done, and ended so: {outcome}");
    }

    private sealed class NoPlugins : IScriptWorld
    {
        public IReadOnlyList<ScriptGlobalDeclaration> Globals => [];

        public IReadOnlyList<string> ContractPaths { get; } = [typeof(ScriptGlobals).Assembly.Location, typeof(Profile).Assembly.Location];

        public IReadOnlyList<string> PluginIds => [];

        public Type? TypeOf(ScriptGlobalDeclaration global) => null;

        public Task<object> CreateGlobalAsync(string name, IScript script, CancellationToken cancel) => throw new BenchmarkException($"There is no global {name}.");

        public string? FindPluginAssembly(string pluginId) => null;

        public Task<PluginLease> LeaseAsync(string pluginId, Action cancelScript, CancellationToken cancel) => throw new BenchmarkException($"There is no plugin {pluginId}.");
    }

    private sealed class NoCommands : IScriptCommands
    {
        public CommandContribution Find(string id) => throw new BenchmarkException($"There is no command {id}.");

        public Task<Value> RunAsync(string id, Record arguments, CancellationToken cancel) => throw new BenchmarkException($"There is no command {id}.");
    }

    private sealed class Nobody : IScriptPerson, IAsk
    {
        public IAsk Ask => this;

        public void Say(string text)
        {
        }

        public void Say(Value value)
        {
        }

        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static BenchmarkException Absent() => new("Nobody is there to answer.");
    }
}
