namespace PluginHost.Campaigns;

/// <summary>After a doubt: is it there?</summary>
public abstract class LookUp
{
    /// <summary>Looks for a post that may have been sent.</summary>
    /// <remarks>
    /// Where the network knows neither key nor identity, texts are compared with <see cref="SaidText"/>: networks give back links, entities and mark-up that
    /// nobody wrote.
    /// </remarks>
    /// <param name="post">What was to be said.</param>
    /// <param name="key">The key that it was sent with.</param>
    /// <param name="since">When the attempt began: what is older is another post.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>What the network says.</returns>
    /// <exception cref="Exception">Anything thrown means that it could not be asked now; it is asked again later.</exception>
    public abstract Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel);
}
