using System.Globalization;
using System.Reflection;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Engine;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Reload;

/// <summary>An engine as the screen opens it, with a plugin that brings YamlDotNet 13 along, where the host has 16; and one reload of it.</summary>
internal sealed class ReloadSubject : IAsyncDisposable
{
    private const string Id = "bench";
    private const string Library = "YamlDotNet.dll";

    private const string Source = """
        public sealed class Bench : Plugin
        {
            [Command("bench.write", "Write")]
            public string Write()
            {
                var scoop = new Scoop { Flavour = "mango", Tubs = 7 };
                var text = new YamlDotNet.Serialization.SerializerBuilder().Build().Serialize(scoop);
                var read = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Scoop>(text);
                return $"{read.Flavour} {read.Tubs} {typeof(YamlDotNet.Serialization.Serializer).Assembly.GetName().Version!.Major}";
            }

            [Command("bench.say", "Say")]
            public string Say() => "hello";
        }

        public sealed class Scoop
        {
            public string Flavour { get; set; } = "";
            public int Tubs { get; set; }
        }
        """;

    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Engine.Engine _engine;
    private readonly string _folder;
    private Seat? _seat;

    private ReloadSubject(Engine.Engine engine, string folder) => (_engine, _folder) = (engine, folder);

    public static ReloadSubject Open(TemporaryFolder temporary)
    {
        var bundled = temporary.Under("bundled");
        var library = typeof(ReloadSubject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "YamlDotNet13").Value!;
        var folder = TestPlugin.Write(bundled, Id, Source, "", library);
        File.Copy(library, Path.Combine(folder, Library));
        Directory.CreateDirectory(temporary.Under("workspace"));
        var file = Path.Combine(temporary.Under("workspace"), "plugins.yaml");
        File.WriteAllText(file, $"plugins:\n  {Id}:\n");
        var options = new EngineOptions
        {
            WorkspaceFile = file,
            User = UserFolders.Under(temporary.Under("home")),
            BundledPlugins = bundled,
            Person = new Nobody(),
            Unloadable = true,
        };
        return Engine.Engine.Open(options) switch
        {
            EngineOpened { Engine: var engine } => new ReloadSubject(engine, folder),
            EngineRefused { Problems: var problems } => throw new BenchmarkException(string.Join('\n', problems)),
            var other => throw new BenchmarkException($"The workspace was opened as {other}."),
        };
    }

    /// <summary>Loads the plugin, has it use its library, and unloads it.</summary>
    public async Task<Sample> ReloadAsync(int round, CancellationToken cancel)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Clock.GetTimestamp();
        var said = (await _engine.Commands.RunAsync("bench.write", Record.Empty, cancel)).ToString();
        if (said != "mango 7 13")
            throw new BenchmarkException($"Round {round}: the plugin should have used its own library, and says \"{said}\".");

        var state = await _engine.UnloadAsync(Id, cancel);
        if (state != PluginState.Unloaded)
            throw new BenchmarkException(string.Create(CultureInfo.InvariantCulture, $"Round {round}: the plugin was unloaded, and is {state}.\n{string.Join('\n', _engine.Faults.All)}"));

        return new Sample(Clock.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    /// <summary>How many copies of the plugin and of its library are in memory, once all that can be collected is.</summary>
    public int CountAlive()
    {
        for (var i = 0; i < 12; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return AppDomain.CurrentDomain.GetAssemblies().Count(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(_folder, StringComparison.Ordinal));
    }

    /// <summary>Calls a command that does next to nothing, many times; with the mark of who is inside, or without.</summary>
    public Sample Call(int times, bool isMarked)
    {
        _engine.Commands.RunAsync("bench.say", Record.Empty, CancellationToken.None).GetAwaiter().GetResult();
        var context = _engine.Runtime.FindRunning(Id)!.Context;
        _seat ??= context.Seat ?? throw new BenchmarkException("Nobody marks who is inside: there is nothing to measure.");
        context.Seat = isMarked ? _seat : null;
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Clock.GetTimestamp();
        for (var i = 0; i < times; i++)
            _engine.Commands.RunAsync("bench.say", Record.Empty, CancellationToken.None).GetAwaiter().GetResult();

        return new Sample(Clock.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static PluginHostException Absent() => new("Nobody is there to answer.");
    }
}
