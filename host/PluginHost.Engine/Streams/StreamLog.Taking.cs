using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <content>How far each taker is.</content>
internal sealed partial class StreamLog
{
    /// <summary>What a taker is to take next. A new one begins with the oldest event that is kept; one that was passed over gets a gap first.</summary>
    public async Task<TakerBatch> NextAsync(string stream, string taker, int limit, DateTimeOffset now, CancellationToken cancel)
    {
        // A taker that joined at 0 joined before anything was let go: what went since, it was to have.
        if (await ReadAsync(connection => Next(connection, stream, taker, limit), cancel) is { } next)
            return new TakerBatch { From = next.From, Events = Events(next.Found.Rows, next.From, next.Found.Trimmed, isTold: true, now, limit) };

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

    private static NextEvents? Next(StoreConnection connection, string stream, string taker, int limit)
    {
        var marks = connection.Read($"select taker, position from pluginhost_stream_taker where stream = {stream} and taker in ({taker}, {HostMarks.Trimmed})")
            .Map(row => (Taker: row.Text("taker"), Position: row.Integer("position")));
        if (marks.FirstOrDefault(mark => mark.Taker == taker) is not { Taker: not null } own)
            return null;

        var trimmed = marks.FirstOrDefault(mark => mark.Taker == HostMarks.Trimmed).Position;
        return new NextEvents(own.Position, Find(connection, stream, own.Position, trimmed, limit));
    }

    private static int Join(StoreConnection connection, string stream, string taker, DateTimeOffset now) => connection.Write($"""
        insert into pluginhost_stream_taker(stream, taker, position, moved_at)
        values ({stream}, {taker}, {TrimmedOf(connection, stream)}, {now}) on conflict do nothing
        """);

    private sealed record NextEvents(long From, FoundEvents Found);
}
