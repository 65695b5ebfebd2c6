using System.Diagnostics.CodeAnalysis;
using PluginHost.Campaigns;
using PluginHost.Engine.Background;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Checking;
using PluginHost.Engine.Commands;
using PluginHost.Engine.Context;
using PluginHost.Engine.Data;
using PluginHost.Engine.Faults;
using PluginHost.Engine.Jobs;
using PluginHost.Engine.Linting;
using PluginHost.Engine.Networks;
using PluginHost.Engine.Output;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Loading;
using PluginHost.Engine.Plugins.Reporting;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Profiles;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Services;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.State;
using PluginHost.Engine.Status;
using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Engine.Streams;
using PluginHost.Engine.Views;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine;

/// <summary>
/// A workspace at work: its plugins, commands, scripts and store, put together. Opening it reads <c>plugins.yaml</c> and the plugin index, and
/// loads nothing; what is needed is loaded when it is first used.
/// </summary>
public sealed partial class Engine : IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly ShadowCopies _shadows;
    private readonly NetworkDirectory _networks;
    private readonly WakeWatch _sleep;
    private readonly ExchangeLog _exchanges;
    private readonly WorkspaceProfiles _profiles;
    private object? _making = new();
    private WorkspaceStore? _store;
    private StreamService? _streams;

    private Engine(EngineOptions options, WorkspaceConfiguration workspace, PluginCatalog plugins, ShadowCopies shadows)
    {
        (_options, _shadows) = (options, shadows);
        Workspace = workspace;
        Plugins = plugins;
        Output = new OutputLog(DataFolder, Clock) { Hide = KnownSecrets.Hide };
        _exchanges = new ExchangeLog(DataFolder);
        Faults = new FaultLog(Output) { Hide = KnownSecrets.Hide };
        Runtime = new PluginRuntime(plugins, new ContractAssemblies(plugins), Faults, guest => new GuestHost(guest, this), PrepareAsync, Clock, options.Unloadable) { Stage = Rehearsal?.Stage, Sentinel = NewSentinel(), Loaded = options.Loaded };
        Runtime.Fence.Mark = options.Mark;
        Times = new Times(Clock, workspace.Zone);
        Commands = new CommandService(Runtime, Times);
        Views = new ViewService(Runtime);
        _profiles = new WorkspaceProfiles(workspace.Profiles);
        Runtime.Changed += plugin => PluginChanged?.Invoke(plugin);
        _networks = new NetworkDirectory(Runtime) { Notes = Rehearsal?.Notes };
        _sleep = new WakeWatch(Clock, new SteadyMark(DataFolder), Awake);
        Ways = new WaysOut(workspace, _sleep, Clock) { Rehearsal = Rehearsal, StandIns = options.StandIns, Exchanges = _exchanges };
    }

    /// <summary>Called with a plugin's id when it was loaded or unloaded, or could not be, on whatever thread that happened.</summary>
    public event Action<string>? PluginChanged;

    /// <summary>What <c>plugins.yaml</c> says, as it was read last without a problem.</summary>
    public WorkspaceConfiguration Workspace { get; private set; }

    /// <summary>The plugins that it names.</summary>
    public PluginCatalog Plugins { get; private set; }

    public CommandService Commands { get; }

    public ViewService Views { get; }

    public BackgroundServices Background => field ?? Once(ref field, () => new BackgroundServices(Runtime, _sleep, Clock));

    /// <summary>What its plugins look at when somebody asks whether all is well.</summary>
    public PluginChecks Checks => field ?? Once(ref field, () => new PluginChecks(Runtime));

    /// <summary>What the settings of its plugins name that does not exist.</summary>
    public IEnumerable<ConfigurationProblem> MissingThings => NamedThings.Missing(Workspace, Plugins);

    /// <summary>The campaigns that are planned, and the running of them.</summary>
    public CampaignService Campaigns => field ?? Once(ref field, () => new CampaignService(_options, Workspace, () => Store, () => Scripts, () => Streams, () => Services) { WhyNot = () => Trust.WhyNot, Passphrase = () => _vault?.Typed });

    public IProfiles Profiles => _profiles;

    public INetworks Networks => _networks;

    /// <summary>The linters of its plugins, as the workspace wants them.</summary>
    public ILinters Linters => field ?? Once(ref field, () => new LinterDirectory(Runtime, () => Workspace.Linters));

    public ScriptEngine Scripts => field ?? Once(ref field, () => new ScriptEngine(
        ScriptWorld,
        Path.Combine(_options.User.Cache, "scripts"),
        new ScriptTools
        {
            Clock = Clock,
            Zone = Workspace.Zone,
            Root = Workspace.Root,
            WhyNot = () => Trust.WhyNot,
            Journal = () => Rehearsal?.Journal() ?? new StoreJournal(Store, Clock, ScriptOwner.OfThisProcess().ToString()),
            Plan = _options.Plan,
            Rehearsal = Rehearsal,
            Commands = Commands,
            Random = Ways.Random,
            ParseCsv = CsvFile.Parse,
            ParseYaml = YamlFile.Parse,
        }));

    /// <summary>Begins a REPL, with the person who enters into it.</summary>
    /// <param name="folder">The folder that files are named relative to.</param>
    /// <param name="person">Who hears what is said and answers what is asked.</param>
    public ReplDialogue NewRepl(string folder, IScriptPerson person) => new(Scripts.NewRepl(folder, person), () => Scripts.Globals);

    /// <summary>What was entered into the REPLs of this workspace.</summary>
    public ReplHistory ReplHistory => field ?? Once(ref field, () => ReplHistory.Open(_options.User.History, Workspace.Root));

    /// <summary>Names of script globals that two plugins claim, and who they are. Scripts have neither.</summary>
    public IReadOnlyDictionary<string, string> ScriptGlobalClashes => ScriptWorld.Clashes;

    public JobBoard Jobs { get; } = new();

    public StatusBoard Status { get; } = new();

    public ContextBoard Context { get; } = new();

    public FaultLog Faults { get; }

    public OutputLog Output { get; }

    /// <summary>The last exchanges with servers of each plugin and account, in all processes of this workspace, the oldest first. Nothing secret is in them.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges.Read();

    /// <summary>The folder with the workspace's data. It need not exist yet.</summary>
    public string DataFolder => Rehearsal?.Data ?? WorkspaceData.FolderOf(Workspace.Root);

    /// <summary>Which database the workspace's store is, as people read it.</summary>
    public string StoreName => Store.Name;

    /// <summary>The clock that all of it goes by.</summary>
    public TimeProvider Clock => _options.Clock;

    /// <summary>Where identities come from.</summary>
    public IRandom Random => Ways.Random;

    internal Rehearsal? Rehearsal => _options.Rehearsal;

    internal IAsk Person => _options.Person;

    internal PluginRuntime Runtime { get; }

    internal StateService State => field ?? Once(ref field, () => new StateService(Store));

    private ScriptWorld ScriptWorld => field ?? Once(ref field, () => new ScriptWorld(Runtime, Profiles));

    internal ServiceDirectory Services => field ?? Once(ref field, () => new ServiceDirectory(Runtime, Profiles, _networks, Linters) { Notes = Rehearsal?.Notes, Guard = _options.Plan });

    internal Times Times { get; }

    internal TimeSpan SteadyFor => _sleep.SteadyFor;

    internal WaysOut Ways { get; }

    internal StreamService Streams => _streams ?? Once(ref _streams, () => new StreamService(Store, Clock, _sleep.Look, Ways.Random, Output) { Rehearsal = Rehearsal });

    internal WorkspaceStore Store => _store ?? Once(ref _store, () => Rehearsal?.OpenStore(_options.Mark) ?? WorkspaceStore.At(
        Environment.GetEnvironmentVariable(PostgresAddress.Variable) is { Length: > 0 } address ? address : Workspace.Store,
        Path.Combine(DataFolder, "store.db"),
        Clock,
        _options.BusyTimeout,
        _options.Mark,
        _sleep.Look,
        text => Output.Write("host", Severity.Warning, text)));

    /// <summary>Opens a workspace. Nothing is loaded, and nothing is written but the plugin index under the user.</summary>
    public static EngineOpening Open(EngineOptions options)
    {
        var shadows = new ShadowCopies(options.User.Cache);
        var reading = WorkspaceReader.Read(options, shadows);
        if (reading.Problems.Count > 0)
        {
            shadows.Dispose();
            return new EngineRefused(reading.Problems);
        }

        return new EngineOpened(options.Rehearsal is null
            ? OpenAfterInquest(options, reading, shadows)
            : new Engine(options, RehearsalNetworks.Move(reading.Workspace!, reading.Plugins!), reading.Plugins!, shadows));
    }

    /// <summary>The publisher that a plugin of the workspace offers; its plugin is activated now where it was not.</summary>
    /// <exception cref="PluginHostException">No plugin offers one, or the one that does cannot be used.</exception>
    public Task<IPublisher> GetPublisherAsync(CancellationToken cancel) => Services.GetAsync<IPublisher>(cancel);

    /// <summary>Does what is due until it is cancelled: the plugins' background services, and the campaigns.</summary>
    public Task ServeAsync(CancellationToken cancel) => Task.WhenAll(Background.RunAsync(cancel), Campaigns.RunAsync(cancel), new ProcessReports(this).RunAsync(cancel));

    /// <summary>How far a plugin is.</summary>
    public PluginState StateOf(KnownPlugin plugin) => Runtime.StateOf(plugin);

    /// <summary>How long a plugin's activation took; null where it does not run.</summary>
    public PluginActivation? ActivationOf(KnownPlugin plugin) => Runtime.FindRunning(plugin.Id)?.Activation;

    /// <summary>For whom a plugin was loaded, and how often it was called since; null where it does not run.</summary>
    public (string By, long Calls)? UseOf(KnownPlugin plugin) => Runtime.FindRunning(plugin.Id) is { } guest ? (guest.ActivatedBy, guest.Gate.Entered) : null;

    /// <summary>Loads and activates a plugin now, where it was not.</summary>
    /// <exception cref="PluginHostException">It cannot be used, or its activation failed.</exception>
    public Task ActivateAsync(string plugin, CancellationToken cancel) => Runtime.ActivateAsync(plugin, "a person", cancel);

    /// <summary>Unloads a plugin. The next use loads it again.</summary>
    public Task<PluginState> UnloadAsync(string plugin, CancellationToken cancel) => Runtime.UnloadAsync(plugin, cancel);

    /// <summary>Takes an exception that nobody caught. Whoever owns the process hands them over.</summary>
    /// <returns>Whether a guest is to blame, so that the process need not end.</returns>
    public bool TakeUnhandled(Exception error) => ScriptContext.TakeUnhandled(error) || Runtime.TakeUnhandled(error);

    /// <summary>Looks the store over, and says in lines what is there.</summary>
    /// <exception cref="PluginHostException">The store is damaged or cannot be opened; the message says what to do.</exception>
    public Task<IReadOnlyList<string>> CheckStoreAsync(CancellationToken cancel) => Store.CheckAsync(cancel);

    /// <summary>Compares this machine's clock with that of the machine that the store is on.</summary>
    /// <returns>What there is to say of it.</returns>
    /// <exception cref="PluginHostException">They are too far apart, or the store cannot be opened.</exception>
    public async Task<string> CheckClocksAsync(CancellationToken cancel)
    {
        if (Store.Dialect == StoreDialect.Sqlite)
            return "The store is a file, and goes by this machine's clock.";

        await Store.RefuseWrongClockAsync(cancel);
        return $"{await Store.LookAtClocksAsync(cancel)}";
    }

    public async ValueTask DisposeAsync()
    {
        await Runtime.StopAllAsync();
        Runtime.Sentinel?.Dispose();
        if (_streams is not null)
            await _streams.EndAsync(Unloading.Patience);

        Ways.Dispose();
        if (_store is not null)
            await _store.DisposeAsync();

        _shadows.Dispose();
        _reloading.Dispose();
    }

    private void Awake(TimeSpan moved)
    {
        var what = moved > TimeSpan.Zero ? "The machine slept, or its clock was set forward, by" : "The machine's clock was set back by";
        Output.Write("host", Severity.Information, $"{what} {TimeSpan.FromSeconds(Math.Round(moved.Duration().TotalSeconds)):c}. Connections are opened anew.");
        Ways.Wake();
    }

    // Views, commands and scripts ask from many threads. Two directories, or two stores, would not know each other's services and writes.
    private T Once<T>([NotNull] ref T? part, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref part, ref _making, make);

    private async Task PrepareAsync(Guest guest)
    {
        var migrations = Migration.ReadFrom(guest.Assembly);
        using var unhurried = FenceEntry.Current?.Pause();
        if (migrations.Count > 0)
            await Store.MigrateAsync(guest.Id, migrations, guest.Stopping);
    }
}
