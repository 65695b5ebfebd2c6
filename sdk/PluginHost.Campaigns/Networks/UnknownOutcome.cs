namespace PluginHost.Campaigns;

/// <summary>The post may or may not have been published. It is never guessed, and never sent again without a look-up.</summary>
public sealed record UnknownOutcome : SendResult
{
    /// <summary>What happened.</summary>
    public required string Reason { get; init; }
}
