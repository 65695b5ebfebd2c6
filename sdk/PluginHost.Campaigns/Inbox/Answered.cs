namespace PluginHost.Campaigns;

/// <summary>The answer is out.</summary>
public sealed record Answered : AnswerResult
{
    /// <summary>The answer's own post in this workspace.</summary>
    public required string Post { get; init; }

    /// <summary>The profile that said it.</summary>
    public required string Profile { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: the network has no pages.</value>
    public string? Link { get; init; }
}
