using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>Who the people of the network are: the audience, those who came later, and our own profiles.</summary>
internal sealed class RehearsalPeople(Posts posts, Events events, AudienceSource audience) : People
{
    public override async Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel)
    {
        foreach (var follower in (await audience.ReadAsync(cancel)).FollowersOf(profile.Handle, profile.Language))
        {
            if (follower.Handle == handle)
                return new Person { Handle = handle, Name = follower.Name };
        }

        if (handle == profile.Handle)
            return new Person { Handle = handle, Followers = (await FollowersAsync(profile, cancel)).Count };

        return await posts.HasAsync(handle, cancel) || await events.HasSeenAsync(handle, cancel) ? new Person { Handle = handle } : null;
    }

    public override async Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) =>
    [
        .. (await audience.ReadAsync(cancel)).FollowersOf(profile.Handle, profile.Language).Select(follower => follower.Handle),
        .. await events.FollowersOfAsync(profile.Handle, cancel),
    ];
}
