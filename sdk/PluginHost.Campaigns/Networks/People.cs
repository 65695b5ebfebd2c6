namespace PluginHost.Campaigns;

/// <summary>Who people are.</summary>
public abstract class People
{
    /// <summary>Looks a person up.</summary>
    /// <param name="profile">Who asks.</param>
    /// <param name="handle">The person's handle.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>The person, or <see langword="null"/> where nobody has the handle.</returns>
    public abstract Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel);

    /// <summary>The handles of a profile's followers.</summary>
    /// <param name="profile">Whose followers.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The handles, as far as the network tells them.</returns>
    public abstract Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel);

    /// <summary>Looks several people up at once, where the network can; else one after the other.</summary>
    /// <param name="profile">Who asks.</param>
    /// <param name="handles">Their handles, at most some hundred.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>Those that there are, in no order.</returns>
    public virtual async Task<IReadOnlyList<Person>> FindManyAsync(Profile profile, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var found = new List<Person>(handles.Count);
        foreach (var handle in handles)
        {
            if (await FindAsync(profile, handle, cancel) is { } person)
                found.Add(person);
        }

        return found;
    }

    /// <summary>The handles of those who have passed a post on.</summary>
    /// <param name="profile">Whose post.</param>
    /// <param name="remoteId">The post, as the network names it.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The handles, as far as the network tells them; <see langword="null"/> where it tells none.</returns>
    public virtual Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>?>(null);
}
