using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's reactions, behind the fence. A profile that only listens does not react either.</summary>
internal sealed class FencedReactions(FencedNetwork network) : Reactions
{
    public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        network.EnterAsync("Reactions.Like", (target, token) => target.Reactions!.LikeAsync(Speaking(profile), remoteId, token), cancel);

    public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        network.EnterAsync("Reactions.Repost", (target, token) => target.Reactions!.RepostAsync(Speaking(profile), remoteId, token), cancel);

    public override Task FollowAsync(Profile profile, string handle, CancellationToken cancel) =>
        network.EnterAsync("Reactions.Follow", (target, token) => target.Reactions!.FollowAsync(Speaking(profile), handle, token), cancel);

    private Profile Speaking(Profile profile)
    {
        network.NoteSpoken();
        return profile.CanSend ? profile : throw Listening(profile);
    }

    private static PluginHostException Listening(Profile profile) =>
        new($"{profile.Name} only listens (purpose: listening in plugins.yaml): it neither likes, reposts nor follows.");
}
