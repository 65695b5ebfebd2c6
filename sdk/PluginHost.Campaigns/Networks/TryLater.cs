namespace PluginHost.Campaigns;

/// <summary>Nothing was published, for certain, and the reason will pass: a rate limit, a connection that never came about, an expired token.</summary>
public sealed record TryLater : SendResult
{
    /// <summary>Why, in the network's words or plainer ones.</summary>
    public required string Reason { get; init; }

    /// <summary>When to try again.</summary>
    /// <value><see langword="null"/>: the network did not say.</value>
    public DateTimeOffset? NotBefore { get; init; }
}
