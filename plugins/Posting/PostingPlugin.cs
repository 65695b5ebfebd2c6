using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Publishes posts on every network, each of them once. <see cref="Publisher"/> shows the way of a post, <see cref="Outbox"/> what is kept of it.
/// </summary>
[Provides(typeof(IPublisher))]
[StatusItem(UnsureItem, "How many posts may or may not have been published", Command = "posting.outbox", Priority = 50)]
[Example("Say something on one profile", """await Publish.Now("@slocombe", $"It is {Today.DayOfWeek}, and the door is open until six.");""")]
[Example(
    "Say it on two profiles, each in its own words, or on neither",
    """
    var post = await Publish
        .On("@telco_offers", "A second line for half the price, until Friday.")
        .On("@telco_nb", "Ekstra abonnement til halv pris, ut fredag.");

    Say($"{post.Targets.Count} profiles said it.");
    """)]
public sealed partial class PostingPlugin : Plugin
{
    internal const string UnsureItem = "posting.unsure";
    internal const string TimelineView = "posting.timeline.view";
    internal const string OutboxView = "posting.outbox.view";

    // Set in ActivateAsync, which comes before everything else.
    private Outbox _outbox = null!;
    private Publisher _publisher = null!;
    private Backlog _backlog = null!;
    private Announcer _announcer = null!;

    /// <inheritdoc />
    public override async Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        var checks = new Checks(host.Services);
        _outbox = new Outbox(host.Store, host.Random, host.Clock);
        var sender = new Sender(_outbox, host.Clock);
        _announcer = new Announcer(host, _outbox);
        _publisher = new Publisher(host, checks, _outbox, sender, _announcer);
        _backlog = new Backlog(host, checks, _outbox, sender);
        host.Services.Provide<IPublisher>(_publisher);
        await _announcer.AnnounceAsync(cancel);
    }

    /// <summary>The script global.</summary>
    [ScriptGlobal("Publish", "Publishes posts: on one profile, or on several at once, each in its own words.")]
    public async Task<ScriptPublisher> PublishGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IPublisher>(cancel), await host.Services.GetAsync<IProfiles>(cancel), script);
}
