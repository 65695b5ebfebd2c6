using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Likes, reposts and follows. Each is a record whose name follows from what it is about, so that there is one, however often and by whomever it is asked for.</summary>
internal sealed class Reactions(Records records, Posts posts, Handles handles) : Campaigns.Reactions
{
    public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) => ReactAsync(profile, Collections.Like, remoteId, cancel);

    public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) => ReactAsync(profile, Collections.Repost, remoteId, cancel);

    public override async Task FollowAsync(Profile profile, string handle, CancellationToken cancel)
    {
        var followed = await Records.RequireAsync(() => handles.AccountOfAsync(profile, handle, cancel))
            ?? throw new PluginHostException($"Nobody on Bluesky is called {handle}, so {profile.Name} cannot follow them. Handles are whole there: name.bsky.social.");
        await records.PutAsync(profile, Collections.Follow, followed, record => record.WriteString("subject", followed), cancel);
    }

    private async Task ReactAsync(Profile profile, string collection, string remoteId, CancellationToken cancel)
    {
        var post = await Records.RequireAsync(() => posts.QuotedAsync(profile, remoteId, cancel));
        await records.PutAsync(profile, collection, post.Uri, record => post.Write(record, "subject"), cancel);
    }
}
