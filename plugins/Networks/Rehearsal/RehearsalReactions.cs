using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>What our profiles do to the posts of others. The author hears of it.</summary>
internal sealed class RehearsalReactions(IHost host, Events events) : Reactions
{
    public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        ReactAsync(NetworkEventKind.Like, profile, remoteId, cancel);

    public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        ReactAsync(NetworkEventKind.Repost, profile, remoteId, cancel);

    public override Task FollowAsync(Profile profile, string handle, CancellationToken cancel) => handle == profile.Handle
        ? throw new PluginHostException($"{profile.Name} cannot follow itself.")
        : events.AddAsync(NetworkEventKind.Follow, profile.Handle, handle, "", cancel);

    private async Task ReactAsync(NetworkEventKind kind, Profile profile, string remoteId, CancellationToken cancel)
    {
        var author = await host.Store.TransactAsync(transaction => events.AuthorOfAsync(transaction, remoteId), cancel)
            ?? throw new PluginHostException($"There is no post {remoteId} on the rehearsal network. rehearsal.timeline lists those there are.");
        await events.AddAsync(kind, profile.Handle, author, remoteId, cancel);
    }
}
