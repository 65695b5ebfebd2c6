namespace PluginHost.Campaigns;

/// <summary>One question of a <see cref="FaqPage"/>, with its answer.</summary>
public sealed record FaqEntry
{
    /// <summary>The question, as it is shown.</summary>
    public required string Question { get; init; }

    /// <summary>Other ways in which people ask it. They are not shown.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<string> Others { get; init => field = [.. value]; } = [];

    /// <summary>The answer, as it is said.</summary>
    public required string Answer { get; init; }

    /// <summary>The line on which the question stands, from 1.</summary>
    public required int Line { get; init; }
}
