namespace PluginHost.Campaigns;

/// <summary>What happens to a profile. A page at a time, from where the last one ended.</summary>
public abstract class Listen
{
    /// <summary>Reads what happened after a cursor, oldest first.</summary>
    /// <param name="profile">To whom it happened.</param>
    /// <param name="cursor">The last page's end; <see langword="null"/> for the beginning.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The page. Its cursor is the one given where nothing happened.</returns>
    public abstract Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel);
}
