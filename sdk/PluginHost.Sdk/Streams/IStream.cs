namespace PluginHost.Sdk;

/// <summary>A stream, open.</summary>
public interface IStream
{
    /// <summary>The stream's name.</summary>
    string Name { get; }

    /// <summary>
    /// Takes events, from where this taker stands, until cancelled. The work of each batch and the taker's new place are committed together: an event
    /// takes effect once, whatever is killed whenever. A batch whose work throws is undone and tried again, after a pause that grows.
    /// </summary>
    /// <remarks>
    /// A new taker begins with the oldest event that is kept: what came before it existed counts too. What all takers have taken goes after a day;
    /// a taker that has not moved for a week is not waited for, and finds a gap where events have gone. A batch has 500 events at most, half as many after
    /// one that threw. Its work writes with its transaction, does nothing but write, and has 5 seconds: nobody else can write meanwhile.
    /// </remarks>
    /// <param name="taker">The taker's name, unique within this plugin, the same in every process. Two processes with one taker share its work.</param>
    /// <param name="take">The work of a batch: events in their order, and the transaction in which to write of them.</param>
    /// <param name="cancel">Ends taking.</param>
    /// <returns>A task that ends by being cancelled.</returns>
    Task TakeAsync(string taker, Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take, CancellationToken cancel);

    /// <summary>
    /// Reads the log without a taker, for those who keep their place themselves. An event is kept for a day at least. Where some of what came after the
    /// position is gone, a gap comes first.
    /// </summary>
    /// <param name="after">The last position that was read; 0 for the beginning of what is kept.</param>
    /// <param name="limit">How many events at most.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The events after it, in order; none where there are none yet.</returns>
    Task<IReadOnlyList<StreamEvent>> ReadAsync(long after, int limit, CancellationToken cancel);

    /// <summary>
    /// Keeps the source read here, as long as nobody else reads it, without taking from it: for those who <see cref="ReadAsync"/>.
    /// </summary>
    /// <param name="cancel">Ends it.</param>
    /// <returns>A task that ends by being cancelled.</returns>
    Task ListenAsync(CancellationToken cancel);

    /// <summary>Waits until the log has events after a position.</summary>
    /// <param name="after">The position.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when there is something to read.</returns>
    Task WaitAsync(long after, CancellationToken cancel);
}
