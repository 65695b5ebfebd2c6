namespace PluginHost.Campaigns;

/// <summary>The post is there.</summary>
public sealed record Found : LookUpResult
{
    /// <summary>The post as the network has it.</summary>
    public required Sent Sent { get; init; }
}
