using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// What people say to our profiles, as conversations that wait until they are answered. <see cref="Conversations"/> is the truth about them, <see cref="Answering"/> shows the
/// way of an answer.
/// </summary>
[Provides(typeof(IInbox))]
[Setting("answer-within", SettingKind.Duration, "How long somebody may wait for an answer before the inbox warns.", Default = "1h")]
[Setting("assign-return", SettingKind.Duration, "After how long a conversation that still waits comes back from whom it was given to.", Default = "4h")]
[Setting("faq", SettingKind.Text, "The Markdown file of the workspace with the questions that are asked again and again.", Default = "faq.md")]
[Setting("faq-language", SettingKind.Text, "The language of the FAQ (BCP 47: en, nb, ar), where the file does not say it at its head.", Default = "")]
[Setting("faq-page", SettingKind.Text, "Where inbox.publish-faq writes them: a name that ends with .html or .md.", Default = "faq.html")]
[Setting("canned", SettingKind.Text, "The YAML file of the workspace with canned answers.", Default = "canned.yaml")]
[StatusItem(WaitingItem, "How many wait for an answer, and how long the first of them", Command = "inbox.waiting", Priority = 40)]
[KeyBinding("inbox.answer", "a", When = "view == inbox.waiting.view")]
[KeyBinding("inbox.answer", "a", When = "view == inbox.conversation.view")]
[KeyBinding("inbox.assign", "g", When = "view == inbox.waiting.view")]
[KeyBinding("inbox.assign", "g", When = "view == inbox.conversation.view")]
[KeyBinding("inbox.snooze", "z", When = "view == inbox.waiting.view")]
[KeyBinding("inbox.snooze", "z", When = "view == inbox.conversation.view")]
[KeyBinding("inbox.close", "c", When = "view == inbox.waiting.view")]
[KeyBinding("inbox.close", "c", When = "view == inbox.conversation.view")]
[KeyBinding("inbox.note", "n", When = "view == inbox.conversation.view")]
[KeyBinding("inbox.label", "t", When = "view == inbox.conversation.view")]
[Example(
    "Publish an offer only where nobody waits for an answer",
    """
    if (await Inbox.Waiting.LongerThan(Minutes(30)).Any())
        Stop("Questions first.");

    await Publish.Now("@slocombe", "Two scoops for one, until six.");
    """)]
[Example(
    "Answer what the FAQ can answer, and leave the rest to a person",
    """
    await foreach (var conversation in Inbox.Conversations.Until(Now + Minutes(1)))
    {
        if (Faq.Answer(conversation) is { } answer)
            await conversation.Answer(answer);
    }
    """)]
public sealed partial class InboxPlugin : Plugin
{
    internal const string WaitingItem = "inbox.waiting.item";
    internal const string WaitingView = "inbox.waiting.view";
    internal const string ConversationView = "inbox.conversation.view";
    internal const string ContactsView = "inbox.contacts.view";
    internal const string TimesView = "inbox.times.view";

    // Set in ActivateAsync, which comes before everything else.
    private Conversations _conversations = null!;
    private Elsewhere _elsewhere = null!;
    private Answering _answering = null!;
    private Asking _asking = null!;
    private Intake _intake = null!;
    private Announcer _announcer = null!;
    private Desk _desk = null!;
    private FaqFile _faq = null!;
    private PublishedPages _pages = null!;
    private CannedAnswers _canned = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _conversations = new Conversations(host.Store, host.Clock, host.Settings.Duration("assign-return"));
        _elsewhere = new Elsewhere(host, _conversations);
        _answering = new Answering(host, _conversations, _elsewhere);
        _asking = new Asking(host, host.Store);
        _intake = new Intake(host, _conversations);
        _announcer = new Announcer(host, _conversations, host.Settings.Duration("answer-within"));
        _desk = new Desk(_conversations, _answering, _intake, _elsewhere, _announcer);
        _faq = new FaqFile(host.Workspace, host.Settings.Text("faq"));
        _pages = new PublishedPages(host);
        _canned = new CannedAnswers(host.Workspace, host.Settings.Text("canned"));
        host.Services.Provide<IInbox>(_desk);
        return Task.CompletedTask;
    }

    /// <summary>Hears what people say and looks after what waits, as long as the workspace is served.</summary>
    [BackgroundService("inbox.upkeep", "Hears what people say, and looks after what waits for an answer")]
    public Task WorkAsync(IHost host, CancellationToken cancel)
    {
        _intake.Begin();
        return UpkeepOf(host).RunAsync(cancel);
    }

    internal Task LookAsync(IHost host, CancellationToken cancel) => UpkeepOf(host).LookAsync(cancel);

    private Upkeep UpkeepOf(IHost host) => new(host, _conversations, _answering, _asking, _elsewhere, _announcer);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Inbox", "What people say to us: who waits for an answer, and conversations as they come.")]
    public async Task<ScriptInbox> InboxGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IInbox>(cancel), script);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Faq", "The questions that are asked again and again, with their answers: Faq.Answer(conversation) gives one, or null.")]
    public async Task<ScriptFaq> FaqGlobalAsync(IScript script, CancellationToken cancel) => new(await _faq.ReadAsync(cancel), script);
}
