using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <content>How far each taker is.</content>
internal sealed partial class StreamLog
{
    /// <summary>What a taker is to take next. A new one begins with the oldest event that is kept; one that was passed over gets a gap first.</summary>
    public async Task<TakerBatch> NextAsync(string stream, string taker, int limit, DateTimeOffset now, CancellationToken cancel)
    {
        var (place, rows, trimmed) = await ReadAsync(connection => Next(connection, stream, taker, limit), cancel);

        // A taker that joined at 0 joined before anything was let go: what went since, it was to have.
        if (place is { } from)
            return new TakerBatch { From = from, Events = Events(rows!, from, trimmed, isTold: true, now, limit) };

        await WriteAsync(connection => Join(connection, stream, taker, now), cancel);
        return await NextAsync(stream, taker, limit, now, cancel);
    }

    /// <summary>Moves a taker on, in the transaction of its work, unless another process with this taker has moved it.</summary>
    /// <returns>Whether it was moved.</returns>
    public static async Task<bool> MoveAsync(IStoreTransaction transaction, string stream, string taker, TakerBatch batch, DateTimeOffset now) =>
        await ((StoreTransaction)transaction).RunAsHostAsync(connection => connection.Write($"""
            update pluginhost_stream_taker set position = {batch.To}, moved_at = {now}
            where stream = {stream} and taker = {taker} and position = {batch.From}
            """)) > 0;

    private static (long? Place, RowSet? Rows, long Trimmed) Next(StoreConnection connection, string stream, string taker, int limit)
    {
        var places = connection.Read($"select position from pluginhost_stream_taker where stream = {stream} and taker = {taker}")
            .Map(row => row.Integer("position"));
        if (places.Count == 0)
            return (null, null, 0);

        var (rows, trimmed) = Find(connection, stream, places[0], limit);
        return (places[0], rows, trimmed);
    }

    private static int Join(StoreConnection connection, string stream, string taker, DateTimeOffset now) => connection.Write($"""
        insert into pluginhost_stream_taker(stream, taker, position, moved_at)
        values ({stream}, {taker}, {TrimmedOf(connection, stream)}, {now}) on conflict do nothing
        """);
}
