using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>A workspace in a folder of its own, with plugins compiled for the test and a clock in the hand.</summary>
internal sealed class TestWorkspace : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _plugins = [];
    private Engine? _engine;

    public FakeClock Clock { get; } = new();

    public TestPerson Person { get; } = new();

    public string Root => Path.Combine(_folder.Path, "workspace");

    public string Extra { get; set; } = "";

    public bool Unloadable { get; init; } = true;

    /// <summary>What is trusted: everything, where the test is not about that.</summary>
    public GivenTrust Given { get; init; } = GivenTrust.Everything;

    public TimeProvider? RealClock { get; init; }

    public Engine Engine => _engine ??= Open();

    public PluginRuntime Runtime => Engine.Runtime;

    /// <summary>Adds a plugin from source; the class is declared in the source.</summary>
    public TestWorkspace With(string id, string source, string manifest = "", params string[] references)
    {
        TestPlugin.Write(Path.Combine(_folder.Path, "bundled"), id, source, manifest, references);
        return Naming(id);
    }

    /// <summary>Adds a plugin from source, which <c>plugins.yaml</c> names only where the test does.</summary>
    public TestWorkspace With(string id, string source, bool named)
    {
        TestPlugin.Write(Path.Combine(_folder.Path, "bundled"), id, source);
        return named ? Naming(id) : this;
    }

    /// <summary>Names a plugin in <c>plugins.yaml</c> that is there already, or not at all.</summary>
    public TestWorkspace Naming(string id)
    {
        _plugins.Add($"  {id}:");
        return this;
    }

    public TestWorkspace NamingLine(string line)
    {
        _plugins.Add($"  {line}");
        return this;
    }

    /// <summary>Where things of the person are kept.</summary>
    public UserFolders User => UserFolders.Under(Path.Combine(_folder.Path, "user"));

    /// <summary>Puts a plugin where the person's installed ones are, and names it.</summary>
    public TestWorkspace WithInstalled(string id, string source, string manifest = "")
    {
        TestPlugin.Write(User.Plugins, id, source, manifest);
        return Naming(id);
    }

    /// <summary>Puts a plugin into a folder of the workspace, and names it by that.</summary>
    public TestWorkspace WithOwn(string id, string source, string manifest = "")
    {
        TestPlugin.Write(Path.Combine(Root, "plugins"), id, source, manifest);
        return NamingLine($"{id}: {{ path: plugins/{id} }}");
    }

    /// <summary>Builds a plugin of the workspace anew.</summary>
    public void WithOwnAgain(string id, string source, string manifest) => TestPlugin.Write(Path.Combine(Root, "plugins"), id, source, manifest);

    /// <summary>Whether the engine was asked for.</summary>
    public bool IsOpen => _engine is not null;

    /// <summary>Writes <c>plugins.yaml</c> as the test has it by now.</summary>
    public string Save() => Write("plugins.yaml", $"plugins:\n{string.Join('\n', _plugins)}\n{Extra}\n");

    public string BundledFolder(string id) => Path.Combine(_folder.Path, "bundled", id);

    public string Write(string name, string text) => _folder.Write(Path.Combine("workspace", name), text);

    public Task<Value> DoAsync(string command, params (string Name, Value Value)[] arguments) =>
        Engine.Commands.RunAsync(command, Sdk.Record.Of(arguments), CancellationToken.None);

    public PluginState StateOf(string plugin) => Engine.StateOf(Engine.Plugins.Find(plugin)!);

    /// <summary>Unloads a plugin; the clock moves on meanwhile, so that nobody waits.</summary>
    public async Task<PluginState> UnloadAsync(string plugin)
    {
        var unloading = Engine.UnloadAsync(plugin, CancellationToken.None);
        await AdvanceUntilAsync(unloading, TimeSpan.FromMilliseconds(25));
        return await unloading;
    }

    /// <summary>
    /// Waits until no assembly of a plugin is in memory. A plugin's type may be gone before its assembly; and while contexts that are being
    /// unloaded hide, their assemblies do not.
    /// </summary>
    public Task GoneAsync(string plugin) => UntilAsync(() =>
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return !AppDomain.CurrentDomain.GetAssemblies()
            .Any(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(BundledFolder(plugin), StringComparison.Ordinal));
    });

    /// <summary>Gives other threads time to do what they should not do.</summary>
    public Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);

    /// <summary>Waits until a call is inside a plugin and has come to an await.</summary>
    public Task InsideAsync(string plugin) => UntilAsync(() => Runtime.FindRunning(plugin) is { Gate.Inside: > 0, Context.IsIdle: true });

    /// <summary>Waits until everything inside a plugin has come to an await, and what the awaits set off has been posted.</summary>
    public async Task SettledAsync(string plugin)
    {
        for (var quiet = 0; quiet < 3; quiet++)
        {
            if (Runtime.FindRunning(plugin) is not { Context.IsIdle: true })
                quiet = 0;

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Waits until a call holds a plugin's context.</summary>
    public Task HoldingAsync(string plugin) => UntilAsync(() => Runtime.FindRunning(plugin) is { Context.IsInside: true });

    /// <summary>Waits for something that other threads do. It fails after twenty seconds of the real clock.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; !isSo(); i++)
        {
            if (i == 2_000)
                throw new TimeoutException("What the test waits for did not happen within twenty seconds.");

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Moves the clock on until a call has ended: timers that are set meanwhile fall due too.</summary>
    public Task AdvanceUntilAsync(Task call, TimeSpan step) => UntilAsync(() =>
    {
        Clock.Advance(step);
        return call.IsCompleted;
    });

    public EngineOpening TryOpen()
    {
        var file = Save();
        return Engine.Open(new EngineOptions
        {
            WorkspaceFile = file,
            User = User,
            BundledPlugins = Path.Combine(_folder.Path, "bundled"),
            Person = Person,
            Given = Given,
            Clock = RealClock ?? Clock,
            Unloadable = Unloadable,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await AdvanceUntilAsync(_engine.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(250));

        _folder.Dispose();
    }

    private Engine Open() => TryOpen() switch
    {
        EngineOpened opened => opened.Engine,
        EngineRefused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
        var other => throw new InvalidOperationException($"{other}"),
    };
}
