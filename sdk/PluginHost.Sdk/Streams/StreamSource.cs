namespace PluginHost.Sdk;

/// <summary>
/// Where the events of a stream come from: pages from a cursor on. It may repeat what it has told, jump back, and lose something in between; the log
/// survives all three.
/// </summary>
public abstract class StreamSource
{
    /// <summary>How long to wait after an empty page before the next is asked for.</summary>
    /// <value>2 seconds. Less than 100 ms counts as 100 ms.</value>
    public virtual TimeSpan Pause => TimeSpan.FromSeconds(2);

    /// <summary>Reads what came after a cursor, oldest first. It may wait up to 5 minutes for something to come. One call at a time is made.</summary>
    /// <param name="cursor">The last page's end; <see langword="null"/> for the first page ever.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The page.</returns>
    /// <exception cref="Exception">Anything thrown is noted; the source is asked again from the same cursor, after a pause that grows.</exception>
    public abstract Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel);
}
