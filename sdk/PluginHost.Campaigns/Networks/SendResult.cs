namespace PluginHost.Campaigns;

/// <summary>What became of a send: <see cref="Sent"/>, <see cref="RefusedByNetwork"/> or <see cref="UnknownOutcome"/>.</summary>
public abstract record SendResult
{
    private protected SendResult()
    {
    }
}
