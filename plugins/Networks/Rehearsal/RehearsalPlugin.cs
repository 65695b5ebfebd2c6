using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// The rehearsal network: a place to speak that needs no account and reaches nobody. Its people are invented, their reactions follow from the seed.
/// </summary>
[Setting("seed", SettingKind.Number, "What the audience does follows from it: the same seed, the same reactions.", Default = "1")]
[Setting("followers", SettingKind.Number, "How many people follow each profile from the beginning.", Default = "40")]
[Setting("audience", SettingKind.Text, "A YAML file of the workspace that describes the audience. Empty: the one that is built in.")]
[Example(
    "Say something where nobody outside hears it",
    """
    var post = await Publish.Now("@slocombe", "Is anybody there?");
    Say($"It stands at {post.Targets[0].Link}; rehearsal.reactions lists what people think of it.");
    """)]
public sealed partial class RehearsalPlugin : Plugin
{
    internal const string TimelineView = "rehearsal.timeline.view";

    // Set in ActivateAsync, which comes before everything else.
    private Posts _posts = null!;
    private Events _events = null!;
    private AudienceSource _audience = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _audience = new AudienceSource(host);
        _events = new Events(host.Store, _audience, host.Clock);
        _posts = new Posts(host.Store, _events, host.Clock);
        return Task.CompletedTask;
    }

    /// <summary>The network.</summary>
    [Network("rehearsal", "Rehearsal", Rehearsal = true)]
    public Network Network(IHost host) => new RehearsalNetwork(host, _posts, _events, _audience);
}
