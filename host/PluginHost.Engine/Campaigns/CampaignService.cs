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

    private OccurrenceStore Store => _store.Value;

    private ChildRunner Runner => new(_options.Program, _workspace.Root, _options.Clock);

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
        Occurrences = await Store.ReadAsync(campaign.Name, Shown, cancel),
    };

    /// <summary>The newest lines that a campaign has said, oldest first.</summary>
    public Task<IReadOnlyList<LogLine>> ReadLinesAsync(string campaign, int limit, CancellationToken cancel) => Store.ReadLinesAsync(campaign, limit, cancel);

    /// <summary>What an occurrence has done: each step with what was done.</summary>
    public Task<IReadOnlyList<(string Step, string Body)>> ReadStepsAsync(OccurrenceName name, CancellationToken cancel) => Store.ReadStepsAsync(name, cancel);

    /// <summary>Runs what is due, until it is cancelled, and then until the children have stopped.</summary>
    public Task RunAsync(CancellationToken cancel)
    {
        var listening = new EventListening(_services, _options.Clock)
        {
            Tell = (severity, text) => Tell(new CampaignEvent { Campaign = "", Severity = severity, Text = text }),
        };
        return new CampaignScheduler(_files, Store, new EventPlanner(_streams, Store), listening, Runner, _options.Clock) { Tell = Tell, Keep = _workspace.Keep }.RunAsync(cancel);
    }

    /// <summary>Notes that a person wants a run; whoever serves the workspace begins it.</summary>
    public Task<OccurrenceName> AddAsync(Campaign campaign) => Store.AddAsync(campaign.Name, campaign.Entry.Args);

    /// <summary>Runs an occurrence here, to its end: one that is planned or was interrupted, or waits for a person.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="name">Which.</param>
    /// <param name="resumption">How to go on where the script was changed. Anew: it is given up, and another run begins in its place.</param>
    /// <param name="hear">Told of what it says, on any thread.</param>
    /// <param name="cancel">Stops it, to be gone on with later.</param>
    /// <exception cref="PluginHostException">Somebody works on it.</exception>
    public async Task<KnownOccurrence> RunAsync(Campaign campaign, OccurrenceName name, Resumption resumption, Action<LogLine> hear, CancellationToken cancel)
    {
        if (resumption == Resumption.Fresh)
        {
            var args = await Store.ArgsOfAsync(name, cancel);
            await Store.AbandonAsync(name);
            name = await Store.AddAsync(campaign.Name, args);
        }

        if (await Store.ClaimAsync(name, resumption) is not { } claim)
            throw new PluginHostException($"{name} is over, or a process works on it. \"pluginhost campaigns show {campaign.Name}\" tells.");

        return await new OccurrenceWatch(claim, campaign, Store, Runner, _options.Clock) { Heard = hear }.RunAsync(cancel);
    }

    /// <summary>Lets an occurrence that waits for a person go on, as soon as somebody serves the workspace.</summary>
    public async Task ResumeAsync(OccurrenceName name)
    {
        if (await Store.ClaimAsync(name, Resumption.Unchanged) is not null)
            await Store.ReleaseAsync(name);
    }

    /// <summary>Stops what is going of a campaign; it waits for a person then.</summary>
    /// <returns>How many occurrences there were.</returns>
    public Task<int> StopAsync(Campaign campaign) => Store.AskToStopAsync(campaign.Name);

    /// <summary>Runs an occurrence in this process, which its parent has started for that.</summary>
    /// <param name="name">Which.</param>
    /// <param name="from">The owner that has claimed it.</param>
    /// <param name="resumption">How to go on where the script was changed.</param>
    /// <param name="person">Who hears what it says.</param>
    /// <param name="cancel">Asks it to stop.</param>
    public Task<ScriptOutcome> RunHereAsync(OccurrenceName name, string from, Resumption resumption, IScriptPerson person, CancellationToken cancel) =>
        new OccurrenceRun(Find(name.Campaign), name, Store, _scripts(), _options.Clock).RunAsync(from, resumption, person, cancel);

    private void Tell(CampaignEvent happened) => Happened?.Invoke(happened);
}
