using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// A small social network in the workspace's own store: nobody outside sees what is said there, and yet people like it, pass it on and ask questions.
/// It can all that a <see cref="Network"/> can that has no lists, no private messages and no log-in. Profiles that the settings name speak on a server
/// instead, which is as unkind as they ask for; what they have said there is told here too.
/// </summary>
internal sealed class RehearsalNetwork(
    IHost host, Posts posts, Events events, AudienceSource audience, Questions questions, RemoteNetwork? remote) : Network
{
    // Keys are known for ever, so the key is the post's identity.
    private static readonly NetworkRules Rules = new()
    {
        Limit = 300,
        Media = new MediaRules
        {
            Most = 4,
            Kinds =
            [
                .. new[] { "image/jpeg", "image/png", "image/webp", "image/gif" }.Select(type => new MediumRules { ContentType = type, Bytes = 16_000_000 }),
                new MediumRules { ContentType = "video/mp4", Bytes = 99_000_000, IsAlone = true },
            ],
        },
        Extras = new ExtraRules
        {
            Warnings = true,
            Quotes = true,
            Cards = true,
            Visibilities = [PostVisibility.Unlisted, PostVisibility.Followers, PostVisibility.Mentioned],
            Polls = new PollRules { MostOptions = 4, OptionLimit = 50, Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromDays(30), WithMedia = true },
        },
        Source = "The rehearsal network itself, 2026-01-01",
        Repeats = Repeats.ByIdentity,
        LandsWithin = TimeSpan.Zero,
    };

    public override LookUp LookUp => field ??= new RehearsalLookUp(host, posts, remote);

    public override Reactions Reactions => field ??= new RehearsalReactions(host, events);

    public override Listen Listen => field ??= new RehearsalListen(events, questions);

    public override Search Search => field ??= new RehearsalSearch(new ChatterSource(host), host.Clock);

    public override People People => field ??= new RehearsalPeople(posts, events, audience);

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
        Task.FromResult(remote?.MannerFor(profile)?.Rules ?? RulesFor(profile));

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (remote?.MannerFor(post.Profile) is { } manner)
            return await SendRemoteAsync(remote, manner, post, key, cancel);

        if (string.IsNullOrWhiteSpace(post.Text))
            return new RefusedByNetwork { Reason = "the text is empty" };

        if (RulesFor(post.Profile).Count(post.Text) is { Fits: false } count)
            return new RefusedByNetwork { Reason = $"the text has {count}" };

        var result = await posts.TakeAsync(post, key, cancel);
        host.Views.Refresh(RehearsalPlugin.TimelineView);
        return result;
    }

    // Limits and counting are those of the network that the profile stands for; what becomes of a send is decided here.
    private static NetworkRules RulesFor(Profile profile) => profile.As.Length == 0
        ? Rules
        : KnownNetworks.RulesOf(profile.As) with { Repeats = Rules.Repeats, LandsWithin = Rules.LandsWithin, ThreadsAtOnce = false };

    private async Task<SendResult> SendRemoteAsync(RemoteNetwork network, RemoteManner manner, Outgoing post, SendKey key, CancellationToken cancel)
    {
        var result = await network.SendAsync(manner, post, key, cancel);
        if (result is Sent sent)
        {
            await posts.KeepAsync(post, key, sent, host.Output);
            host.Views.Refresh(RehearsalPlugin.TimelineView);
        }

        return result;
    }
}
