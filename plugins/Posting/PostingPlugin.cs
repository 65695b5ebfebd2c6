using PluginHost.Campaigns;
using PluginHost.Posting.Finishing;
using PluginHost.Posting.Links;
using PluginHost.Posting.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Publishes posts on every network, each of them once. <see cref="Publisher"/> shows the way of a post, <see cref="Outbox"/> what is kept of it.
/// </summary>
[Provides(typeof(IPublisher))]
[Provides(typeof(IEarlierTexts))]
[Provides(typeof(IStreamListener))]
[Setting("deadline", SettingKind.Duration, "How long a network may take to answer.", Default = "30s")]
[Setting("lease", SettingKind.Duration, "How long a post belongs to the process that took it; longer than the deadline.", Default = "2m")]
[Setting(
    "quarantine",
    SettingKind.Duration,
    "How long a request that was given up may still land; longer than the deadline. Nobody looks for it or repeats it before.",
    Default = "2m")]
[Setting(
    "clocks",
    SettingKind.Duration,
    "How far apart the clocks of two machines may be that share the workspace on PostgreSQL. Each may be 10s from the server's.",
    Default = "20s")]
[Setting("late", SettingKind.Duration, "How late a post may go out by itself. What is later waits for posting.send.", Default = "1h")]
[Setting("missed", SettingKind.Text, "What becomes of a post that was missed while nothing ran: late, late 2h, ask, skip, skip 30m.", Default = "late")]
[Setting(
    "slots",
    SettingKind.List,
    "When profiles speak, a line a profile and a schedule: \"@slocombe Mon-Fri 09:00,13:00 Europe/Oslo\". posting.queue fills these times; posting.slots changes them.",
    Names = SettingNames.Profiles)]
[Setting("ahead", SettingKind.Duration, "How far ahead the posts of what is repeated are made, so that they can be seen and changed.", Default = "35d")]
[Setting("undo", SettingKind.Duration, "How long a post waits before it goes out, so that it can be taken back.", Default = "0s")]
[Setting("patience", SettingKind.Duration, "How long publishing waits for what a network puts off, before it is left to the worker.", Default = "1m")]
[Setting("reactions", SettingKind.Duration, "How long what people did to posts is kept at least.", Default = "90d")]
[Setting("parallel", SettingKind.Number, "How many profiles the worker sends on at once.", Default = "4")]
[Setting("batch", SettingKind.Number, "How many posts the worker takes at once.", Default = "1")]
[Setting("repeats", SettingKind.Duration, "For how long before and after a post the same text counts as repeated.", Default = "30d")]
[Setting("offer-words", SettingKind.List, "Words that sound like an offer here, beside those that are known.")]
[Setting(
    "links",
    SettingKind.Text,
    "What is added to links, so that a site can tell where its visitors come from: utm_source={network}&utm_campaign={campaign}. Known are network, profile, purpose, language and campaign.",
    Default = "")]
[Setting("link-hosts", SettingKind.Text, "The sites whose links that is added to, with all below them; none: all.", Default = "")]
[StatusItem(UnsureItem, "How many posts may or may not have been published", Command = "posting.outbox", Priority = 50)]
[KeyBinding("posting.undo", "u", When = "view == posting.outbox.view")]
[KeyBinding("posting.undo", "u", When = "view == posting.post.view")]
[KeyBinding("posting.schedule", "r", When = "view == posting.outbox.view")]
[KeyBinding("posting.schedule", "r", When = "view == posting.post.view")]
[KeyBinding("posting.now", "n", When = "view == posting.outbox.view")]
[KeyBinding("posting.now", "n", When = "view == posting.post.view")]
[KeyBinding("posting.settle", "d", When = "view == posting.outbox.view")]
[KeyBinding("posting.settle", "d", When = "view == posting.post.view")]
[Example("Say something on one profile", """await Publish.Now("@slocombe", $"It is {Today.DayOfWeek}, and the door is open until six.");""")]
[Example(
    "Say it on two profiles, each in its own words, or on neither",
    """
    var post = await Publish
        .On("@telco_offers", "A second line for half the price, until Friday.")
        .On("@telco_nb", "Ekstra abonnement til halv pris, ut fredag.");

    Say($"{post.Targets.Count} profiles said it.");
    """)]
[Example(
    "Say more than fits, as a thread",
    """
    var news = Args.Count > 0 ? string.Join("\n\n", Args) : "Nothing is new today.";
    var thread = await Publish.Thread("@slocombe", news).Numbered();
    Say($"It took {Math.Max(1, thread.Targets[0].Parts.Count)} posts.");

    await Publish.On("@slocombe", "What is new this week:").Then("A line of sorbets.").Then("And longer hours, until eight.");
    """)]
public sealed partial class PostingPlugin : Plugin
{
    internal const string UnsureItem = "posting.unsure";
    internal const string TimelineView = "posting.timeline.view";
    internal const string OutboxView = "posting.outbox.view";
    internal const string PostView = "posting.post.view";
    internal const string WeekView = "posting.week.view";
    internal const string RepetitionsView = "posting.repeats.view";
    internal const string HistoryView = "posting.log.view";

    // Set in ActivateAsync, which comes before everything else.
    private Timing _timing = null!;
    private MediaReader _media = null!;
    private AltMemory _alts = null!;
    private Outbox _outbox = null!;
    private Publisher _publisher = null!;
    private Backlog _backlog = null!;
    private Announcer _announcer = null!;
    private Sender _sender = null!;
    private Dispatch _dispatch = null!;
    private Recovery _recovery = null!;
    private VerdictTable _verdicts = null!;
    private Approvals _approvals = null!;
    private Ledger _ledger = null!;
    private Spending _spending = null!;
    private Slots _slots = null!;
    private Repetitions _repetitions = null!;
    private Repeating _repeating = null!;
    private Importer _importer = null!;

    /// <inheritdoc />
    public override async Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _timing = Timing.Read(host.Settings, host.Store.Dialect);
        _media = new MediaReader(host.Workspace);
        _alts = new AltMemory(host.Store, host.Clock);
        var finisher = new Finisher(LinkTemplate.Read(host.Settings.Text("links"), host.Settings.Text("link-hosts")), _media, _alts);
        _outbox = new Outbox(host.Store, host.Random, host.Clock, _timing) { Person = host.Workspace.Person, Log = new OutcomeLog(host) };
        var checks = new Checks(host.Services, finisher, _outbox, _timing, host.Clock);
        _slots = new Slots(host.Store, host.Times, host.Clock, host.Settings.List("slots"));
        _verdicts = new VerdictTable(host.Store);
        var rule = ApprovalRule.Read(host.Settings);
        if (rule.For.Count > 0 && rule.WhyUnclear((await host.Services.GetAsync<IProfiles>(cancel)).All) is { } unclear)
            throw new WrongUseException(unclear);

        _approvals = new Approvals(rule, host, _outbox, _verdicts);
        _ledger = new Ledger(host.Store);
        _spending = new Spending(host, _outbox, _ledger, CampaignBudgets.Read(host.Settings));
        _sender = new Sender(_outbox, host.Clock, _timing) { Gate = new Gate(_approvals, _spending) };
        var ahead = host.Settings.Duration("ahead");
        _repetitions = new Repetitions(host.Store, _outbox, host.Times, host.Clock, ahead);
        _repeating = new Repeating(host, checks, _outbox, _repetitions, ahead);
        _importer = new Importer(host, checks, _outbox);
        _dispatch = new Dispatch(_outbox, checks, _sender, host.Clock);
        _recovery = new Recovery(host, _outbox, checks, _sender, _timing);
        _announcer = new Announcer(host, _outbox);
        var delivery = new Delivery(_outbox, _sender, _dispatch, _recovery, host.Random, host.Clock);
        _publisher = new Publisher(host, checks, _outbox, delivery, _announcer, _timing, new ReactionLog(host, _timing)) { Approvals = _approvals, Outlook = new BudgetOutlook(host, _outbox, _ledger, _spending) };
        _backlog = new Backlog(host, _outbox, _dispatch, _recovery);
        host.Services.Provide<IPublisher>(_publisher);
        host.Services.Provide<IEarlierTexts>(new EarlierTexts(host.Store));
        host.Services.Provide<IStreamListener>(new EventListener(host));
        await _announcer.AnnounceAsync(cancel);
    }

    /// <summary>Sends what is due, as long as the workspace is served.</summary>
    [BackgroundService("posting.worker", "Sends what is due")]
    public Task WorkAsync(IHost host, CancellationToken cancel)
    {
        var watch = new Watch(_outbox, _repeating, host, _timing);
        return new Worker(host, _outbox, _sender, _dispatch, _recovery, watch, _announcer, _timing).RunAsync(cancel);
    }

    /// <summary>The script global.</summary>
    [ScriptGlobal("Publish", "Publishes posts: on one profile, or on several at once, each in its own words.")]
    public async Task<ScriptPublisher> PublishGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IPublisher>(cancel), await host.Services.GetAsync<IProfiles>(cancel), script);
}
