namespace PluginHost.Campaigns;

/// <summary>After a doubt: is it there?</summary>
public abstract class LookUp
{
    /// <summary>Looks for a post that may have been sent.</summary>
    /// <param name="post">What was to be said.</param>
    /// <param name="key">The key that it was sent with.</param>
    /// <param name="since">When the attempt began: what is older is somebody else's.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>The post as the network has it, or <see langword="null"/> where it is certainly not there.</returns>
    public abstract Task<Sent?> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel);
}
