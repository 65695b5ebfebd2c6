using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// The rehearsal network: a place to speak that needs no account and reaches nobody. Its people are invented, their reactions follow from the seed.
/// </summary>
[Setting("seed", SettingKind.Number, "What the audience does follows from it: the same seed, the same reactions.", Default = "1")]
[Setting("followers", SettingKind.Number, "How many people follow each profile from the beginning.", Default = "40")]
[Setting("entries", SettingKind.Number, "How many people take part in a giveaway: they answer a post that says: Answer “me, please”. 0: nobody.", Default = "0")]
[Setting("audience", SettingKind.Text, "A YAML file of the workspace that describes the audience. Empty: the one that is built in.", Names = SettingNames.Files)]
[Setting("chatter", SettingKind.Number, "How many posts strangers make in public in an hour, about: nobody does where it is 0.", Default = "0")]
[Setting("topics", SettingKind.List, "What strangers talk of. Empty: Slocombe, Telco and Globex.")]
[Setting("questions", SettingKind.List, "How many questions people ask a profile a day, an item a profile: \"@telco_help 500\". Nobody asks where none is named.", Names = SettingNames.Profiles)]
[Setting("questions-file", SettingKind.Text, "A text file of the workspace with what they ask, a question a line. Empty: what is built in.", Names = SettingNames.Files)]
[Setting("taken-back", SettingKind.Number, "The chance that somebody takes back what they have asked, within half an hour, from 0 to 1.")]
[Setting("server", SettingKind.Text, "The address of a rehearsal network in a process of its own. Empty: the friendly one inside the workspace.")]
[Setting("like", SettingKind.List, "As what the server behaves for whom: \"@telco=mastodon\". Kinds: bluesky, mastodon, mastodon-without-keys, x.", Names = SettingNames.Profiles)]
[Setting("slow", SettingKind.Number, "The server's chance to answer slowly, from 0 to 1.")]
[Setting("late", SettingKind.Number, "Its chance to publish after the sender has given up, from 0 to 1.")]
[Setting("lost", SettingKind.Number, "Its chance to publish and cut the connection instead of answering, from 0 to 1.")]
[Setting("limited", SettingKind.Number, "Its chance to say that it was asked too often, from 0 to 1.")]
[Setting("broken", SettingKind.Number, "Its chance to answer with a fault of its own, before or after it has published, from 0 to 1.")]
[Setting("expired", SettingKind.Number, "Its chance to say that the token has expired, from 0 to 1.")]
[Setting("repeat-broken", SettingKind.Number, "As mastodon: its chance to answer a repeat with a fault instead of the first post, from 0 to 1.", Default = "0.5")]
[Setting("allowance", SettingKind.Number, "How much a profile may send in the network's window.", Default = "1000000")]
[Setting("lands-within", SettingKind.Duration, "The server publishes nothing later than this after it was sent. Answers are waited for half as long.", Default = "20s")]
[Setting("key-life", SettingKind.Duration, "As mastodon: how long a key is known.", Default = "1h")]
[Example(
    "Say something where nobody outside hears it",
    """
    var post = await Publish.Now("@slocombe", "Is anybody there?");
    Say($"It stands at {post.Targets[0].Link}; rehearsal.reactions lists what people think of it.");
    """)]
public sealed partial class RehearsalPlugin : Plugin
{
    internal const string TimelineView = "rehearsal.timeline.view";
    internal const string ReactionsView = "rehearsal.reactions.view";

    // Set in ActivateAsync, which comes before everything else.
    private Posts _posts = null!;
    private Events _events = null!;
    private AudienceSource _audience = null!;
    private Questions _questions = null!;

    private RemoteSettings _remote = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _remote = RemoteSettings.Read(host.Settings);
        _audience = new AudienceSource(host);
        _questions = new Questions(host, _audience, AskedProfiles.Read(host.Settings));
        _events = new Events(host.Store, _audience, host.Clock);
        _posts = new Posts(host.Store, _events, host.Clock);
        return Task.CompletedTask;
    }

    /// <summary>The network.</summary>
    [Network("rehearsal", "Rehearsal", Rehearsal = true)]
    public Network Network(IHost host) => new RehearsalNetwork(host, _posts, _events, _audience, _questions, RemoteOf(host));

    // Nobody outside is asked in a rehearsal.
    private RemoteNetwork? RemoteOf(IHost host) =>
        _remote.Server is null || host.Clock is RehearsalClock ? null : new RemoteNetwork(new RemoteConnection(host, _remote), _remote, host.Clock);
}
