using PluginHost.Engine;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Views.BuiltIn;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>A workbench over a workspace of its own, without a screen: keys go in, what is shown comes out, the clock is in the hand.</summary>
internal sealed class TestBench : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _plugins = [];
    private readonly List<Action<Workbench>> _additions = [];
    private Engine.Engine? _engine;
    private Workbench? _workbench;

    public FakeClock Clock { get; } = new();

    public ScreenPerson Person { get; } = new() { OpenPage = _ => { } };

    public HeadlessRenderer Renderer { get; init; } = new();

    /// <summary>What is trusted: everything, where the test is not about that.</summary>
    public GivenTrust Given { get; init; } = GivenTrust.Everything;

    public string Extra { get; set; } = "";

    /// <summary>Whether the workbench brings its own views, of which the first start shows one.</summary>
    public bool HasBuiltIn { get; init; }

    public string File => Path.Combine(_folder.Path, "workspace", "plugins.yaml");

    public string LayoutFile => Path.Combine(_folder.Path, "workspace", ".pluginhost", "workbench.json");

    public Workbench Workbench => _workbench ??= Open();

    public Engine.Engine Engine => Workbench.Engine;

    public string Screen => HeadlessScreen.Draw(Workbench);

    public Layer? Top => Workbench.Layers.Count == 0 ? null : Workbench.Layers[^1];

    public PickLayer Pick => Top.ShouldBeAssignableTo<PickLayer>()!;

    /// <summary>Adds a plugin from source; the class is declared in the source.</summary>
    public TestBench With(string id, string source)
    {
        TestPlugin.Write(Path.Combine(_folder.Path, "bundled"), id, source);
        return Line($"{id}:");
    }

    /// <summary>Adds a line to <c>plugins:</c>.</summary>
    public TestBench Line(string line)
    {
        _plugins.Add($"  {line}");
        return this;
    }

    /// <summary>Does something with the workbench before its first frame.</summary>
    public TestBench Adding(Action<Workbench> addition)
    {
        _additions.Add(addition);
        return this;
    }

    public void WriteLayout(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LayoutFile)!);
        System.IO.File.WriteAllText(LayoutFile, text);
    }

    /// <summary>Writes <c>plugins.yaml</c> before the workspace is opened.</summary>
    public void WriteFileBefore(string text) => _folder.Write(Path.Combine("workspace", "plugins.yaml"), text);

    public void WriteFile(string text) => System.IO.File.WriteAllText(File, text);

    /// <summary>Presses keys, as they are written in <c>plugins.yaml</c>.</summary>
    public void Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            var press = KeyChord.TryParse(key, out var problem)?.Presses.ShouldHaveSingleItem() ?? throw new InvalidOperationException(problem);
            Workbench.OnKey(press, press is { Key.Length: 1, Modifiers: KeyModifiers.None } ? press.Key : press.Key == "space" ? " " : "");
        }
    }

    /// <summary>Types a text.</summary>
    public void Type(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            Workbench.OnKey(KeyPress.Typed(rune.ToString(), KeyModifiers.None), rune.ToString());
    }

    public void Frame() => Renderer.Frame(Workbench);

    /// <summary>Draws frames until something is so. It fails after twenty seconds of the real clock.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; ; i++)
        {
            Frame();
            if (isSo())
                return;

            if (i == 2_000)
                throw new TimeoutException($"What the test waits for did not happen within twenty seconds. The screen:\n{Screen}");

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Draws frames until the screen says something.</summary>
    public Task ShowsAsync(string text) => UntilAsync(() => Screen.Contains(text, StringComparison.Ordinal));

    /// <summary>Moves the clock on, and draws.</summary>
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        Frame();
    }

    /// <summary>Ends the workbench and its engine, and begins again with the same workspace.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        (_workbench, _engine) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_workbench is not null)
            await _workbench.DisposeAsync();

        if (_engine is null)
            return;

        var closing = _engine.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        await closing;
    }

    private Workbench Open()
    {
        if (!System.IO.File.Exists(File))
            _folder.Write(Path.Combine("workspace", "plugins.yaml"), $"plugins:\n{string.Join('\n', _plugins)}\n{Extra}\n");

        var opened = global::PluginHost.Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = File,
            User = UserFolders.Under(Path.Combine(_folder.Path, "user")),
            BundledPlugins = Path.Combine(_folder.Path, "bundled"),
            Person = Person,
            Given = Given,
            Clock = Clock,
            Unloadable = true,
        });
        _engine = opened is EngineOpened { Engine: var engine } ? engine : throw new InvalidOperationException($"{opened}");
        return new Workbench(new WorkbenchOptions
        {
            Engine = _engine,
            Person = Person,
            Renderer = Renderer,
            IsServing = false,
            Additions = [OwnCommands.AddTo, PanelViews.AddTo, .. HasBuiltIn ? [BuiltInViews.AddTo] : Array.Empty<Action<Workbench>>(), .. _additions],
        });
    }
}
