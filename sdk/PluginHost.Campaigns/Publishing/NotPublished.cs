namespace PluginHost.Campaigns;

/// <summary>The plan was refused as a whole: nothing was committed and nothing sent, on any profile.</summary>
public sealed record NotPublished : PublishResult
{
    /// <summary>Why, at least one of them an error.</summary>
    public required IReadOnlyList<Problem> Problems { get; init => field = [.. value]; }
}
