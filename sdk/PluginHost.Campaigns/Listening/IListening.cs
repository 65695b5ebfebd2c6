namespace PluginHost.Campaigns;

/// <summary>
/// What is said in public, matched with queries. The plugin that listens offers it as a service; scripts use <c>Listen</c>. A query is written in one grammar for all
/// networks: <c>acme AND (slow OR down) NOT from:acme_status lang:en</c>.
/// </summary>
public interface IListening
{
    /// <summary>Begins to listen for a query: what is said from now on is heard, as long as somebody reads it now and then, and for a day after that.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>The position after which to read.</returns>
    /// <exception cref="Sdk.WrongUseException">The query has an error. The message shows the place, and says what to do.</exception>
    Task<long> BeginAsync(string query, CancellationToken cancel);

    /// <summary>What a query has matched after a position, in the order in which it was heard. What a mute hides is left out.</summary>
    /// <param name="query">The query, as <see cref="BeginAsync"/> was given it.</param>
    /// <param name="after">The position.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The matches, at most 200; none where there are none yet.</returns>
    /// <exception cref="Sdk.WrongUseException">The query has an error.</exception>
    Task<IReadOnlyList<Match>> ReadAsync(string query, long after, CancellationToken cancel);
}
