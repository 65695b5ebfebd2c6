namespace PluginHost.Campaigns;

/// <summary>How a send ended: <see cref="Sent"/>, <see cref="RefusedByNetwork"/>, <see cref="TryLater"/> or <see cref="UnknownOutcome"/>.</summary>
public abstract record SendResult
{
    private protected SendResult()
    {
    }

    /// <summary>How much may still be sent, where the answer said so.</summary>
    /// <value><see langword="null"/>: it did not.</value>
    public RateLimit? RateLimit { get; init; }
}
