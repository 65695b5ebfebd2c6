namespace PluginHost.Campaigns;

/// <summary>The answer is committed, and not out yet: it is held, could not be handed over yet, or nobody knows. The conversation waits until it is, and nobody else answers meanwhile.</summary>
public sealed record AnswerUnderWay : AnswerResult
{
    /// <summary>What it waits for, and what to do.</summary>
    public required string Reason { get; init; }
}
