namespace PluginHost.Campaigns;

/// <summary>Likes, reposts and follows, by a profile of ours. Doing one twice is the same as once.</summary>
public abstract class Reactions
{
    /// <summary>Likes a post.</summary>
    /// <param name="profile">Who likes.</param>
    /// <param name="remoteId">The post, as the network names it.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when the network has it.</returns>
    /// <exception cref="Sdk.PluginHostException">The network refused; the message says why.</exception>
    public abstract Task LikeAsync(Profile profile, string remoteId, CancellationToken cancel);

    /// <summary>Reposts a post.</summary>
    /// <param name="profile">Who reposts.</param>
    /// <param name="remoteId">The post, as the network names it.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when the network has it.</returns>
    /// <exception cref="Sdk.PluginHostException">The network refused; the message says why.</exception>
    public abstract Task RepostAsync(Profile profile, string remoteId, CancellationToken cancel);

    /// <summary>Follows a person.</summary>
    /// <param name="profile">Who follows.</param>
    /// <param name="handle">The person's handle.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when the network has it.</returns>
    /// <exception cref="Sdk.PluginHostException">The network refused; the message says why.</exception>
    public abstract Task FollowAsync(Profile profile, string handle, CancellationToken cancel);
}
