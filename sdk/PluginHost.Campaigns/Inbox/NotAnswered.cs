namespace PluginHost.Campaigns;

/// <summary>Nothing was sent, for certain.</summary>
public sealed record NotAnswered : AnswerResult
{
    /// <summary>Why, and what to do next.</summary>
    public required string Reason { get; init; }
}
