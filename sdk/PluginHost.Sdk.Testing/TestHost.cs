using System.Reflection;
using PluginHost.Campaigns;
using PluginHost.Engine;
using PluginHost.Engine.Secrets;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Ways;

namespace PluginHost.Sdk.Testing;

/// <summary>
/// The host in memory, with one plugin in a workspace that is thrown away: no terminal, a clock in the hand, a person and a network that the test plays. It is the engine of the program,
/// so what holds there holds here: the fence, the ledger, deadlines, the store.
/// </summary>
/// <example>
/// <code>
/// await using var host = await TestHost.StartAsync&lt;NotesPlugin&gt;();
/// host.Answers.Text("What should be remembered?", "Ask Kari");
/// await host.DoAsync("acme.notes.add");
/// (await host.ViewAsync&lt;Tree&gt;("acme.notes.list")).Nodes.ShouldHaveSingleItem().Text.ShouldBe("Ask Kari");
/// </code>
/// </example>
public sealed partial class TestHost : IAsyncDisposable
{
    private static readonly Profile Somebody = new() { Name = "@test", Network = "test", Handle = "test", Language = "en" };

    private readonly TestHostOptions _options;
    private readonly PluginPlace _place;
    private readonly Assembly? _loaded;
    private readonly string _folder;
    private readonly bool _isFolderMine;
    private readonly Unprepared _unprepared = new();
    private readonly TestNetwork _network;
    private readonly MemorySecrets _secrets;
    private readonly Settling _settling;
    private readonly CancellationTokenSource _end = new();
    private readonly Engine.Engine _engine;
    private Task _serving = Task.CompletedTask;

    private TestHost(TestHostOptions options, PluginPlace place, Assembly? loaded, TestHost? first)
    {
        (_options, _place, _loaded) = (options, place, loaded);
        _isFolderMine = first is null;
        _folder = first?._folder ?? Directory.CreateTempSubdirectory("pluginhost-test-").FullName;
        Plugin = place.Manifest.Id;
        Clock = first?.Clock ?? new TestClock(options.Start);
        _secrets = first?._secrets ?? new MemorySecrets();
        Secrets = new TestSecrets(_secrets, Plugin);
        Answers = new TestAnswers(_unprepared);
        Http = new TestHttp(_unprepared);
        _network = new TestNetwork(Http);
        _settling = new Settling(() => _engine!.Runtime.Running);
        try
        {
            var file = Path.Combine(Directory.CreateDirectory(Folder).FullName, "plugins.yaml");
            var shelf = PluginShelf.With(place);
            File.WriteAllText(file, WorkspaceText.Of(options, place, shelf is not null, options.Profiles.Count > 0 ? options.Profiles : [Somebody]));
            _engine = Open(file, shelf, loaded);
        }
        catch (Exception)
        {
            LetGo();
            throw;
        }

        Watch();
    }

    /// <summary>The plugin's id.</summary>
    public string Plugin { get; }

    /// <summary>The clock. It stands still until the test moves it.</summary>
    public TestClock Clock { get; }

    /// <summary>The person at the screen.</summary>
    public TestAnswers Answers { get; }

    /// <summary>The network.</summary>
    public TestHttp Http { get; }

    /// <summary>What the plugin keeps to itself. Another host on the same workspace (<see cref="AgainAsync"/>) has the same.</summary>
    public TestSecrets Secrets { get; }

    /// <summary>The workspace's folder, in which the test may put files for a plugin that needs some. It is deleted with the host.</summary>
    public string Folder => Path.Combine(_folder, "workspace");

    /// <summary>The profiles of the workspace.</summary>
    public IReadOnlyList<Profile> Profiles => _engine.Profiles.All;

    /// <summary>Opens a host for a plugin that the test's project refers to. Its code is the one that the test has loaded: types are the same, and breakpoints hold.</summary>
    /// <typeparam name="T">The plugin's class.</typeparam>
    /// <returns>The host. The plugin is loaded when something of it is first used.</returns>
    /// <exception cref="PluginHostException">The plugin cannot be used, or the settings are wrong. The message tells what the program would.</exception>
    public static Task<TestHost> StartAsync<T>()
        where T : Plugin => StartAsync<T>(new TestHostOptions());

    /// <summary>Opens a host for a plugin that the test's project refers to, with settings, profiles and what else it begins with.</summary>
    /// <typeparam name="T">The plugin's class.</typeparam>
    /// <param name="options">What it begins with.</param>
    /// <returns>The host. The plugin is loaded when something of it is first used.</returns>
    /// <exception cref="PluginHostException">The plugin cannot be used, or the settings are wrong. The message tells what the program would.</exception>
    public static Task<TestHost> StartAsync<T>(TestHostOptions options)
        where T : Plugin => StartAsync(options, () => PluginPlace.Of(typeof(T).Assembly, options.Manifest), typeof(T).Assembly);

    /// <summary>
    /// Opens a host that loads the plugin's files into a context of their own, as the program does. Types are others than the test's then, and the plugin can be unloaded:
    /// <see cref="UnloadAsync"/>.
    /// </summary>
    /// <typeparam name="T">The plugin's class.</typeparam>
    /// <param name="options">What it begins with.</param>
    /// <returns>The host.</returns>
    /// <exception cref="PluginHostException">The plugin cannot be used, or the settings are wrong.</exception>
    public static Task<TestHost> StartApartAsync<T>(TestHostOptions options)
        where T : Plugin => StartAsync(options, () => PluginPlace.Of(typeof(T).Assembly, options.Manifest), null);

    /// <summary>Opens a host that loads a plugin from a folder, as the program does: one that was published, say.</summary>
    /// <param name="folder">The folder with <c>plugin.yaml</c>.</param>
    /// <param name="options">What it begins with.</param>
    /// <returns>The host.</returns>
    /// <exception cref="PluginHostException">The plugin cannot be used, or the settings are wrong.</exception>
    public static Task<TestHost> StartApartAsync(string folder, TestHostOptions options) => StartAsync(options, () => PluginPlace.In(folder), null);

    /// <summary>
    /// Opens another host on the same workspace and the same clock, as a second process would be, or the next one. What the plugin keeps in memory alone, it does not have there; static
    /// fields excepted, where the code is the test's own. It is disposed before this one.
    /// </summary>
    /// <returns>The other host, with answers and requests of its own.</returns>
    public Task<TestHost> AgainAsync() => Task.FromResult(new TestHost(_options, _place, _loaded, this));

    /// <summary>Says good-bye to the plugin, as the program does at its end, and deletes the workspace.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await PassAsync(Task.WhenAny(_serving));
        await PassAsync(_engine.DisposeAsync().AsTask());
        LetGo();
    }

    private static async Task<TestHost> StartAsync(TestHostOptions options, Func<PluginPlace> find, Assembly? loaded)
    {
        var place = find();
        var host = new TestHost(options, place, loaded, null);
        if (host._engine.Plugins.Find(host.Plugin)!.Refusal is not { } refusal)
            return host;

        await host.DisposeAsync();
        throw new PluginHostException($"{place.Manifest.Id} cannot be used: {refusal}");
    }

    private void LetGo()
    {
        _network.Dispose();
        _end.Dispose();
        if (!_isFolderMine)
            return;

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Something of the test still has a file open there; the system's clean-up takes the rest.
        }
    }

    private Engine.Engine Open(string file, string? shelf, Assembly? loaded)
    {
        var opening = Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = file,

            // What can be made again is made once for all the tests of a project: the plugin index, compiled scripts.
            User = UserFolders.Under(Path.Combine(_folder, "user")) with { Cache = PluginShelf.Cache },
            BundledPlugins = shelf ?? Path.Combine(_folder, "bundled"),
            Person = new AnsweringPerson(Answers),
            Clock = _options.InEarnest ? TimeProvider.System : Clock,

            // Whoever runs a test trusts it.
            Given = GivenTrust.Everything,
            Unloadable = loaded is null,

            // A test leaves no marks for an inquest: what ends it, its runner tells.
            SetAside = new HashSet<string>(),
            Mark = _settling.Note,
            Loaded = loaded is null ? [] : [loaded],
            Secrets = _secrets,
            StandIns = _options.InEarnest ? null : new StandIns { Network = _network, Connect = _network.ConnectAsync, Mail = TakeAsync, Seed = _options.Seed },
        });
        return opening switch
        {
            EngineOpened opened => opened.Engine,
            EngineRefused refused => throw new PluginHostException(string.Join('\n', refused.Problems)),
            var other => throw new InvalidOperationException($"A workspace was opened as {other}."),
        };
    }
}
