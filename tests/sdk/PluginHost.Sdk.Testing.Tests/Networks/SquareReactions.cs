using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareReactions(Square square, Flaw flaw) : Reactions
{
    public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        square.Liked.Add(remoteId) || flaw != Flaw.LikesOnce ? Task.CompletedTask : throw new PluginHostException("it is liked already");

    public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) => Task.CompletedTask;

    public override Task FollowAsync(Profile profile, string handle, CancellationToken cancel) => Task.CompletedTask;
}
