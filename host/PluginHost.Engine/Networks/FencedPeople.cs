using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's people, behind the fence.</summary>
internal sealed class FencedPeople(FencedNetwork network) : People
{
    public override Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel) =>
        network.EnterAsync("People.Find", (target, token) => target.People!.FindAsync(profile, handle, token), cancel);

    public override Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("People.Followers", (target, token) => target.People!.FollowersAsync(profile, token), cancel);

    public override Task<IReadOnlyList<Person>> FindManyAsync(Profile profile, IReadOnlyList<string> handles, CancellationToken cancel) =>
        network.EnterAsync("People.FindMany", (target, token) => target.People!.FindManyAsync(profile, handles, token), cancel);

    public override Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        network.EnterAsync("People.Reposters", (target, token) => target.People!.RepostersAsync(profile, remoteId, token), cancel);
}
