using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Campaigns.Running;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Services;
using PluginHost.Engine.Store;
using PluginHost.Engine.Streams;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns;

/// <summary>The campaigns of a workspace: which there are, how they stand, and the running of them. README.md beside this file says how.</summary>
public sealed class CampaignService
{
    private const int Shown = 50;

    private readonly CampaignFiles _files;
    private readonly Lazy<OccurrenceStore> _store;
    private readonly Func<ScriptEngine> _scripts;
    private readonly Func<StreamService> _streams;
    private readonly Func<ServiceDirectory> _services;
    private readonly EngineOptions _options;
    private readonly WorkspaceConfiguration _workspace;
    private volatile CampaignScheduler? _scheduler;

    internal CampaignService(
        EngineOptions options,
        WorkspaceConfiguration workspace,
        Func<WorkspaceStore> store,
        Func<ScriptEngine> scripts,
        Func<StreamService> streams,
        Func<ServiceDirectory> services)
    {
        _options = options;
        _workspace = workspace;
        _files = new CampaignFiles(workspace, options.Clock);
        _store = new Lazy<OccurrenceStore>(() => new OccurrenceStore(store(), options.Clock, ScriptOwner.OfThisProcess().ToString()));
        _scripts = scripts;
        _streams = streams;
        _services = services;
    }

    /// <summary>Told of what happens to campaigns that this process runs, on any thread.</summary>
    public event Action<CampaignEvent>? Happened;

    /// <summary>The occurrences that this process runs because they are due.</summary>
    public IReadOnlyList<OccurrenceName> Going => _scheduler?.Going ?? [];

    /// <summary>Why campaigns may not run now; null where they may.</summary>
    internal Func<string?> WhyNot { get; init; } = static () => null;

    private OccurrenceStore Store => _store.Value;

    /// <summary>The vault's passphrase, where a person has typed it.</summary>
    internal Func<string?> Passphrase { get; init; } = static () => null;

    private ChildRunner Runner => new(_options.Program, _workspace.Root, Passphrase, _options.Clock);

    /// <summary>The campaigns as they are written now, and what is wrong with them.</summary>
    public CampaignCatalog Read() => _files.Read();

    /// <summary>A campaign by its name.</summary>
    /// <exception cref="WrongUseException">There is none.</exception>
    public Campaign Find(string name)
    {
        var catalog = Read();
        return catalog.Find(name) ?? throw new WrongUseException(
            $"There is no campaign \"{name}\".{Nearest.Hint(name, catalog.All.Select(campaign => campaign.Name))} \"pluginhost campaigns\" lists them.");
    }

    /// <summary>The campaigns that wait for events of a stream that no plugin of this workspace has. Plugins that have streams are activated for that.</summary>
    public async Task<IReadOnlyList<ConfigurationProblem>> FindDeafAsync(CancellationToken cancel)
    {
        List<CampaignEntry> heard = [.. Read().All.Select(campaign => campaign.Entry).Where(entry => entry is { On: not null, Off: false })];
        if (heard.Count == 0)
            return [];

        var problems = new List<ConfigurationProblem>();
        var listeners = await _services().GetAllAsync<IStreamListener>(cancel);
        foreach (var entry in heard)
        {
            if (await WhyDeafAsync(listeners, entry, cancel) is { } problem)
                problems.Add(new ConfigurationProblem { File = entry.File, Line = entry.OnLine, Message = problem });
        }

        return problems;
    }

    /// <summary>How all campaigns stand, in their order.</summary>
    public async Task<IReadOnlyList<CampaignStanding>> ListAsync(CancellationToken cancel)
    {
        var standings = new List<CampaignStanding>();
        foreach (var campaign in Read().All)
            standings.Add(await StandingAsync(campaign, cancel));

        return standings;
    }

    /// <summary>How a campaign stands.</summary>
    public async Task<CampaignStanding> StandingAsync(Campaign campaign, CancellationToken cancel) => new()
    {
        Campaign = campaign,
        Next = campaign.Entry.Off ? null : campaign.Schedule?.NextAfter(_options.Clock.GetUtcNow()),
        Zone = _workspace.Zone,
        ReadAt = _options.Clock.GetUtcNow(),
        Occurrences = await Store.ReadAsync(campaign.Name, Shown, cancel),
    };

    /// <summary>The newest lines that a campaign has said, oldest first.</summary>
    public Task<IReadOnlyList<LogLine>> ReadLinesAsync(string campaign, int limit, CancellationToken cancel) => Store.ReadLinesAsync(campaign, limit, cancel);

    /// <summary>The same with the occurrence that said each.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="occurrence">The occurrence; null: all.</param>
    /// <param name="limit">How many lines.</param>
    /// <param name="cancel">Cancels reading.</param>
    public Task<IReadOnlyList<(string Occurrence, LogLine Line)>> ReadSaidAsync(string campaign, string? occurrence, int limit, CancellationToken cancel) =>
        Store.ReadSaidAsync(campaign, occurrence, limit, cancel);

    /// <summary>What an occurrence has done: each step with what was done.</summary>
    public Task<IReadOnlyList<(string Step, string Body)>> ReadStepsAsync(OccurrenceName name, CancellationToken cancel) => Store.ReadStepsAsync(name, cancel);

    /// <summary>Runs what is due, until it is cancelled, and then until the children have stopped.</summary>
    public Task RunAsync(CancellationToken cancel)
    {
        var listening = new EventListening(_services, _options.Clock)
        {
            Tell = (severity, text) => Tell(new CampaignEvent { Campaign = "", Severity = severity, Text = text }),
        };
        var scheduler = new CampaignScheduler(_files, Store, new EventPlanner(_streams, Store), listening, Runner, _options.Clock) { Tell = Tell, Keep = _workspace.Keep, WhyNot = WhyNot };
        _scheduler = scheduler;
        return scheduler.RunAsync(cancel);
    }

    /// <summary>Notes a run that a person wants; whoever serves the workspace begins it.</summary>
    /// <exception cref="WrongUseException">Another of the campaign is going, and it is not to run beside it.</exception>
    public async Task<Turn> AddAsync(Campaign campaign) => Granted(await Allowed().StartAsync(campaign, isTaken: false), campaign, null);

    /// <summary>Takes a run that a person wants, for <see cref="RunAsync(Campaign, TurnTaken, Action{LogLine}, CancellationToken)"/>; or notes it, where it has to come after another.</summary>
    /// <exception cref="WrongUseException">Another of the campaign is going, and it is not to run beside it.</exception>
    public async Task<Turn> StartAsync(Campaign campaign) => Granted(await Allowed().StartAsync(campaign, isTaken: true), campaign, null);

    /// <summary>Takes an occurrence that waits for a person or was interrupted, for <see cref="RunAsync(Campaign, TurnTaken, Action{LogLine}, CancellationToken)"/>.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="occurrence">Which; null: the one that there is.</param>
    /// <param name="resumption">How to go on where the script was changed. Anew: it is given up, and another run begins in its place.</param>
    /// <exception cref="WrongUseException">There is none, or there are several, or another is going.</exception>
    public async Task<TurnTaken> ResumeAsync(Campaign campaign, string? occurrence, Resumption resumption) =>
        (TurnTaken)Granted(await Allowed().ResumeAsync(campaign, occurrence, resumption), campaign, occurrence);

    /// <summary>Runs here what was taken, to its end.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="taken">What this process has taken.</param>
    /// <param name="hear">Told of what it says, on any thread.</param>
    /// <param name="cancel">Stops it, to be gone on with later.</param>
    public Task<KnownOccurrence> RunAsync(Campaign campaign, TurnTaken taken, Action<LogLine> hear, CancellationToken cancel) =>
        new OccurrenceWatch(taken.Claim!, campaign, Store, Runner, _options.Clock) { Heard = hear }.RunAsync(cancel);

    /// <summary>Lets an occurrence that waits for a person go on, as soon as somebody serves the workspace.</summary>
    public async Task ResumeAsync(OccurrenceName name)
    {
        if (await Store.ClaimAsync(name, Resumption.Unchanged) is not null)
            await Store.ReleaseAsync(name);
    }

    /// <summary>Stops what is going of a campaign; it waits for a person then.</summary>
    /// <param name="campaign">The campaign's name: what runs can be stopped whatever is written wrong meanwhile.</param>
    /// <returns>How many occurrences there were.</returns>
    public async Task<int> StopAsync(string campaign) => Store.Exists ? await Store.AskToStopAsync(campaign) : 0;

    /// <summary>How an occurrence stands, in words, with times in the workspace's zone.</summary>
    public string Tell(KnownOccurrence known) => OccurrenceWords.Of(known, _workspace.Zone, _options.Clock.GetUtcNow());

    /// <summary>Runs an occurrence in this process, which its parent has started for that.</summary>
    /// <param name="name">Which.</param>
    /// <param name="from">The owner that has claimed it.</param>
    /// <param name="resumption">How to go on where the script was changed.</param>
    /// <param name="person">Who hears what it says.</param>
    /// <param name="cancel">Asks it to stop.</param>
    public Task<ScriptOutcome> RunHereAsync(OccurrenceName name, string from, Resumption resumption, IScriptPerson person, CancellationToken cancel) =>
        new OccurrenceRun(Find(name.Campaign), name, Allowed(), _scripts(), _options.Clock).RunAsync(from, resumption, person, cancel);

    // Asked before anything is noted: a run that may not begin must not be counted as one that failed.
    private OccurrenceStore Allowed() => WhyNot() is { } reason ? throw new WrongUseException(reason) : Store;

    private static async Task<string?> WhyDeafAsync(IReadOnlyList<IStreamListener> listeners, CampaignEntry entry, CancellationToken cancel)
    {
        try
        {
            foreach (var listener in listeners)
            {
                if (await listener.HasAsync(entry.On!, cancel))
                    return null;
            }
        }
        catch (PluginHostException error)
        {
            return $"whether anybody has the stream {entry.On}, which starts \"{entry.Name}\", is not known. {error.Message}";
        }

        return $"nobody has the stream {entry.On}, so nothing starts \"{entry.Name}\": no plugin of this workspace offers it. Look at the name of its profile or query.";
    }

    private Turn Granted(Turn turn, Campaign campaign, string? occurrence) =>
        turn is TurnRefused refused ? throw new WrongUseException(TurnWords.Of(refused, campaign.Name, occurrence, Tell)) : turn;

    private void Tell(CampaignEvent happened) => Happened?.Invoke(happened);
}
