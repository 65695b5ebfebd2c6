using PluginHost.Engine.Data;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// The logs of all streams, in the store: who holds which lease, what was heard, and how far each taker is. Every statement is understood by both databases.
/// An event that was trimmed leaves its id behind, with empty data, for as long as ids are remembered.
/// </summary>
/// <remarks>
/// Nothing here waits for the disk: what a failure of power takes is heard again, since the cursor goes with it, and a taker's offset never survives
/// the work that was committed with it.
/// </remarks>
internal sealed partial class StreamLog(WorkspaceStore store)
{
    /// <summary>The last position; 0 where nothing was heard yet.</summary>
    public async Task<long> LastAsync(string stream, CancellationToken cancel)
    {
        var rows = await ReadAsync(connection => connection.Read($"select last from pluginhost_stream where name = {stream}"), cancel);
        return rows.Map(row => row.Integer("last")).FirstOrDefault();
    }

    /// <summary>What comes after a position. Where some of it is gone, a gap comes first, but not for those who begin at 0.</summary>
    public async Task<IReadOnlyList<StreamEvent>> ReadAsync(string stream, long after, int limit, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await ReadAsync(connection => Find(connection, stream, after, TrimmedOf(connection, stream), limit), cancel);
        return Events(found.Rows, after, found.Trimmed, isTold: after > 0, now, limit);
    }

    // What is trimmed is asked for last: what goes in between would be missing without a gap otherwise.
    private static FoundEvents Find(StoreConnection connection, string stream, long after, long trimmed, int limit)
    {
        var from = Math.Max(after, trimmed);
        var rows = connection.Read($"""
            select position, id, at, data, gap from pluginhost_stream_event
            where stream = {stream} and position > {from} and data <> '' order by position limit {limit}
            """);
        return new FoundEvents(rows, TrimmedOf(connection, stream));
    }

    private static long TrimmedOf(StoreConnection connection, string stream) =>
        connection.Read($"select position from pluginhost_stream_taker where stream = {stream} and taker = {HostMarks.Trimmed}")
            .Map(row => row.Integer("position")).FirstOrDefault();

    private static List<StreamEvent> Events(RowSet rows, long after, long trimmed, bool isTold, DateTimeOffset now, int limit)
    {
        var events = new List<StreamEvent>();
        if (isTold && after < trimmed)
            events.Add(PassedOver(after, trimmed, now));

        events.AddRange(rows.Map(EventOf).Where(item => item.Position > trimmed).Take(limit - events.Count));
        return events;
    }

    private static StreamEvent PassedOver(long after, long trimmed, DateTimeOffset now) => new()
    {
        Position = trimmed,
        Id = "",
        At = now,
        Data = Record.Empty,
        Gap = $"{trimmed - after} events were let go before they were taken",
    };

    private static StreamEvent EventOf(IRow row) => new()
    {
        Position = row.Integer("position"),
        Id = row.Text("id"),
        At = row.Instant("at"),
        Data = (Record)ValueJson.Read(row.Text("data")),
        Gap = row.Text("gap"),
    };

    // Classes, all of these, not tuples: the runtime would compile the store's way anew for each struct that goes through it.
    private sealed record FoundEvents(RowSet Rows, long Trimmed);

    private Task<T> ReadAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        store.ReadAsync(WorkspaceStore.HostName, Access.Host, work, cancel);

    private Task<T> WriteAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        store.WriteAsync(WorkspaceStore.HostName, Access.Host, Durability.Relaxed, work, cancel);
}
