using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>Who the people of the network are: the audience, those who came later, and our own profiles.</summary>
internal sealed class RehearsalPeople(Posts posts, Events events, AudienceSource audience) : People
{
    // The oldest account, and how many days after it the youngest was made.
    private static readonly DateTimeOffset Oldest = new(2014, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int Days = 4_000;

    public override async Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel) =>
        await FindManyAsync(profile, [handle], cancel) is [var found] ? found : null;

    public override async Task<IReadOnlyList<Person>> FindManyAsync(Profile profile, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var asked = handles.ToHashSet(StringComparer.Ordinal);
        var found = new List<Person>(handles.Count);
        foreach (var follower in (await audience.ReadAsync(cancel)).FollowersOf(profile.Handle, profile.Language))
        {
            if (asked.Remove(follower.Handle))
                found.Add(Make(follower.Handle) with { Name = follower.Name });
        }

        foreach (var handle in asked)
        {
            if (handle == profile.Handle)
                found.Add(Make(handle) with { Followers = (await FollowersAsync(profile, cancel)).Count });
            else if (await posts.HasAsync(handle, cancel) || await events.HasSeenAsync(handle, cancel))
                found.Add(Make(handle));
        }

        return found;
    }

    public override async Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) =>
    [
        .. (await audience.ReadAsync(cancel)).FollowersOf(profile.Handle, profile.Language).Select(follower => follower.Handle),
        .. await events.FollowersOfAsync(profile.Handle, cancel),
    ];

    public override async Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        await events.RepostersOfAsync(profile.Handle, remoteId, cancel);

    // A name for ever, and a birthday: both follow from the handle, which nobody changes here.
    private static Person Make(string handle)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(handle));
        return new Person { Handle = handle, Id = $"rehearsal://people/{handle}", CreatedAt = Oldest.AddDays(BitConverter.ToUInt16(digest) % Days) };
    }
}
