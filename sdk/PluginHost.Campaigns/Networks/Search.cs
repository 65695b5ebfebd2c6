namespace PluginHost.Campaigns;

/// <summary>What anybody says in public. A page at a time, from where the last one ended.</summary>
public abstract class Search
{
    /// <summary>Reads what was said after a cursor, oldest first. The first page may reach back as far as the network lets programs look.</summary>
    /// <param name="profile">Who listens. It need not be able to send.</param>
    /// <param name="query">What is wanted. The network may tell more than that, and never less: whoever asks looks again.</param>
    /// <param name="cursor">The last page's end, also where the query was another; <see langword="null"/> for the beginning.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The page. Its cursor is the one given where nothing was said.</returns>
    public abstract Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel);
}
