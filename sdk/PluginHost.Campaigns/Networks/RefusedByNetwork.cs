namespace PluginHost.Campaigns;

/// <summary>The network has said no, for certain: nothing was published.</summary>
public sealed record RefusedByNetwork : SendResult
{
    /// <summary>Why, in the network's words or plainer ones.</summary>
    public required string Reason { get; init; }
}
