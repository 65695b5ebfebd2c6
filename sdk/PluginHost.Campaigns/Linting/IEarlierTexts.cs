namespace PluginHost.Campaigns;

/// <summary>What the profiles of this workspace have said, and what they are going to say. The plugin that publishes offers it as a service.</summary>
public interface IEarlierTexts
{
    /// <summary>Finds texts that are the same, or substantially so.</summary>
    /// <param name="search">What is looked for, and where.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>What was found, the most similar first, 20 at most.</returns>
    Task<IReadOnlyList<EarlierText>> FindSimilarAsync(SimilarSearch search, CancellationToken cancel);

    /// <summary>Reads the newest texts of a profile, sent or planned, whatever became of them but a refusal.</summary>
    /// <param name="profile">The profile's name, with its at sign.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="except">The id of the post that is looked at; <see langword="null"/>: none is left out.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The texts, the newest first.</returns>
    Task<IReadOnlyList<EarlierText>> ReadLastAsync(string profile, int limit, string? except, CancellationToken cancel);
}
