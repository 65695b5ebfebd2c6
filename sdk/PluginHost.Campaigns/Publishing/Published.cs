namespace PluginHost.Campaigns;

/// <summary>The plan was taken and carried out. Each target has its own outcome, which may also be a refusal or unknown.</summary>
public sealed record Published : PublishResult
{
    /// <summary>The post with its targets.</summary>
    public required Post Post { get; init; }
}
