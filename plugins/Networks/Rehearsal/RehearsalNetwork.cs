using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// A small social network in the workspace's own store: nobody outside sees what is said there, and yet people like it, pass it on and ask questions.
/// It can all that a <see cref="Network"/> can that has no lists, no private messages and no log-in.
/// </summary>
internal sealed class RehearsalNetwork(IHost host, Posts posts, Events events, AudienceSource audience) : Network
{
    private static readonly NetworkRules Rules = new() { Limit = 300, Source = "The rehearsal network itself, 2026-01-01" };

    public override LookUp LookUp => field ??= new RehearsalLookUp(posts);

    public override Reactions Reactions => field ??= new RehearsalReactions(host, events);

    public override Listen Listen => field ??= new RehearsalListen(events);

    public override People People => field ??= new RehearsalPeople(posts, events, audience);

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(Rules);

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(post.Text))
            return new RefusedByNetwork { Reason = "the text is empty" };

        if (Rules.Count(post.Text) is { Fits: false } count)
            return new RefusedByNetwork { Reason = $"the text has {count}" };

        var result = await posts.TakeAsync(post, key, cancel);
        host.Views.Refresh(RehearsalPlugin.TimelineView);
        return result;
    }
}
