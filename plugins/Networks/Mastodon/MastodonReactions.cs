using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Favourites, boosts and follows. A server that refuses what is done already is asked whether it is: twice is once.</summary>
internal sealed class MastodonReactions(Connection connection, Accounts accounts) : Reactions
{
    public override Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel) => ReactAsync(profile, remoteId, "favourite", "favourited", cancel);

    public override Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel) => ReactAsync(profile, remoteId, "reblog", "reblogged", cancel);

    public override async Task FollowAsync(Profile profile, string handle, CancellationToken cancel)
    {
        var account = await accounts.FindAsync(profile, handle, cancel);
        if (account.TextOrNull("id") is not { } id)
            throw new PluginHostException($"{profile.Name} cannot follow {handle}: nobody has this handle, as far as its server can find out. Write it as user@server.");

        var answer = await connection.DoAsync(profile, $"/api/v1/accounts/{Uri.EscapeDataString(id)}/follow", [], $"to follow {handle}", cancel);
        if (!answer.IsSuccess)
            throw Refused(profile, answer, $"follow {handle}");
    }

    private async Task ReactAsync(Profile profile, string remoteId, string verb, string flag, CancellationToken cancel)
    {
        var status = $"/api/v1/statuses/{Uri.EscapeDataString(remoteId)}";
        var answer = await connection.DoAsync(profile, $"{status}/{verb}", [], $"the {verb} of {remoteId}", cancel);
        if (answer.IsSuccess)
            return;

        if (answer.IsRefusal && await connection.TryAskAsync(profile, status, $"the post {remoteId}", cancel) is var now && now.Body.Flag(flag))
            return;

        throw Refused(profile, answer, $"{verb} {remoteId}");
    }

    private PluginHostException Refused(Profile profile, Answer answer, string what) => answer.Status == HttpStatusCode.NotFound
        ? new PluginHostException($"{profile.Name} cannot {what}: its server does not know it, or not yet. Where it was published just now, try again in a moment.")
        : answer.IsRefusal && !Outcomes.IsAboutScopes(answer)
            ? new PluginHostException($"{profile.Name} cannot {what}: {answer.Error}. Its server refuses it, so trying again changes nothing.")
            : connection.Trouble(profile, answer, $"to {what}");
}
