namespace PluginHost.Campaigns;

/// <summary>
/// A service that carries posts. What it can do beyond sending is asked for; <see langword="null"/> means that it cannot. New abilities come as new
/// virtual members, so that no plugin breaks.
/// </summary>
/// <remarks>The host calls it on its plugin's context, behind the fence. Waiting and repeating are the sender's business: a send is tried once.</remarks>
public abstract class Network
{
    /// <summary>Whether a post that may or may not have arrived can be looked for.</summary>
    /// <value><see langword="null"/>: it cannot; after a doubt a person is asked.</value>
    public virtual LookUp? LookUp => null;

    /// <summary>Likes, reposts and follows.</summary>
    /// <value><see langword="null"/>: the network has none, or not for programs.</value>
    public virtual Reactions? Reactions => null;

    /// <summary>What happens to a profile: replies, reposts, follows.</summary>
    /// <value><see langword="null"/>: the network does not tell.</value>
    public virtual Listen? Listen => null;

    /// <summary>What anybody says in public.</summary>
    /// <value><see langword="null"/>: the network does not tell, or not programs.</value>
    public virtual Search? Search => null;

    /// <summary>Lists of people.</summary>
    /// <value><see langword="null"/>: the network has none, or not for programs.</value>
    public virtual Lists? Lists => null;

    /// <summary>Who people are.</summary>
    /// <value><see langword="null"/>: the network does not tell.</value>
    public virtual People? People => null;

    /// <summary>Messages between two.</summary>
    /// <value><see langword="null"/>: the network has none, or not for programs.</value>
    public virtual Messages? Messages => null;

    /// <summary>How a profile proves who it is.</summary>
    /// <value><see langword="null"/>: the network asks for no proof.</value>
    public virtual Login? Login => null;

    /// <summary>The limits that hold for a profile, and how characters count there.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>The rules.</returns>
    public abstract Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel);

    /// <summary>Sends a post, once.</summary>
    /// <param name="post">What is said, by which profile.</param>
    /// <param name="key">Names this send. Where the network takes a key or an identity of ours, it must be derived from this and nothing else.</param>
    /// <param name="cancel">Cancels waiting. The outcome is then unknown, unless nothing has left yet.</param>
    /// <returns>
    /// <see cref="Sent"/>, <see cref="RefusedByNetwork"/> where the network has said no, or <see cref="UnknownOutcome"/> where it may or may not have arrived.
    /// </returns>
    /// <exception cref="Exception">Anything thrown counts as an unknown outcome.</exception>
    public abstract Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel);
}
