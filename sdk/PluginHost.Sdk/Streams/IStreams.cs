namespace PluginHost.Sdk;

/// <summary>
/// Events from outside, kept in a durable log. One process at a time reads a source; everybody in the workspace takes from the log, each at a pace of
/// its own, and each event takes effect once.
/// </summary>
public interface IStreams
{
    /// <summary>Opens a stream. The first to open it names its source; whoever names the same stream later takes from the same log.</summary>
    /// <param name="name">The stream's name, the same in every process: <c>events/@telco</c>.</param>
    /// <param name="source">Where events come from.</param>
    /// <returns>The stream. It is read while somebody here takes from it.</returns>
    IStream Open(string name, StreamSource source);

    /// <summary>Opens a stream of which only a part is wanted.</summary>
    /// <param name="name">The stream's name, the same in every process. Another filter is another stream: give it another name.</param>
    /// <param name="source">Where events come from.</param>
    /// <param name="filter">
    /// A pure function that says whether an item is wanted. It runs inline, before anything is stored: what nobody wants costs nothing. Where it
    /// throws, that is noted, and the item is wanted: a taker can pass over one too many.
    /// </param>
    /// <returns>The stream. It is read while somebody here takes from it.</returns>
    IStream Open(string name, StreamSource source, Func<StreamItem, bool> filter);
}
