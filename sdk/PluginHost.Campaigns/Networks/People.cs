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
}
