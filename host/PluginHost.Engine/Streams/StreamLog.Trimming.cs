using PluginHost.Engine.Store;

namespace PluginHost.Engine.Streams;

/// <content>What goes, and when.</content>
internal sealed partial class StreamLog
{
    /// <summary>Trims a piece of the log, while the lease is the owner's: behind the slowest taker that still moves, and nothing that is too young.</summary>
    /// <returns>Whether there is more to trim.</returns>
    public Task<bool> TrimAsync(string stream, string owner, StreamKeeping keeping, DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync(connection => Trim(connection, stream, owner, keeping, now, now - keeping.Takers), cancel);

    /// <summary>The same, but behind the slowest of all takers, however long it has not moved: nobody is passed over.</summary>
    /// <returns>Whether there is more to trim.</returns>
    public Task<bool> TrimTakenAsync(string stream, string owner, StreamKeeping keeping, DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync(connection => Trim(connection, stream, owner, keeping, now, DateTimeOffset.MinValue), cancel);

    private static bool Trim(StoreConnection connection, string stream, string owner, StreamKeeping keeping, DateTimeOffset now, DateTimeOffset moving)
    {
        var held = connection.Read($"select last from pluginhost_stream where name = {stream} and owner = {owner}").Map(row => row.Integer("last"));
        if (held.Count == 0)
            return false;

        var last = held[0];
        var moreEvents = MarkOf(connection, stream, HostMarks.Kept, keeping.Events, last, now) is { } kept
            && TrimEvents(connection, stream, Math.Min(kept, SlowestOf(connection, stream, moving)), keeping.Piece);
        var moreIds = MarkOf(connection, stream, HostMarks.Known, keeping.Ids, last, now) is { } known
            && ForgetIds(connection, stream, known, keeping.Piece);
        if (!moreEvents)
            MoveOn(connection, stream, HostMarks.Kept, keeping.Events, last, now);

        if (!moreIds)
            MoveOn(connection, stream, HostMarks.Known, keeping.Ids, last, now);

        return moreEvents || moreIds;
    }

    // Where a mark stands that is old enough; null where it is not, or was made just now.
    private static long? MarkOf(StoreConnection connection, string stream, string mark, TimeSpan age, long last, DateTimeOffset now)
    {
        connection.Write($"""
            insert into pluginhost_stream_taker(stream, taker, position, moved_at) values ({stream}, {mark}, {last}, {now}) on conflict do nothing
            """);
        var found = connection.Read($"""
            select position from pluginhost_stream_taker where stream = {stream} and taker = {mark} and moved_at <= {now - age}
            """).Map(row => row.Integer("position"));
        return found.Count > 0 ? found[0] : null;
    }

    private static void MoveOn(StoreConnection connection, string stream, string mark, TimeSpan age, long last, DateTimeOffset now) => connection.Write($"""
        update pluginhost_stream_taker set position = {last}, moved_at = {now} where stream = {stream} and taker = {mark} and moved_at <= {now - age}
        """);

    private static long SlowestOf(StoreConnection connection, string stream, DateTimeOffset since) => connection.Read($"""
        select coalesce(min(position), {long.MaxValue}) as position from pluginhost_stream_taker
        where stream = {stream} and moved_at > {since} and taker not in ({HostMarks.Kept}, {HostMarks.Known}, {HostMarks.Trimmed})
        """).Map(row => row.Integer("position"))[0];

    private static bool TrimEvents(StoreConnection connection, string stream, long limit, int piece)
    {
        var before = TrimmedOf(connection, stream);
        if (limit <= before)
            return false;

        var until = Math.Min(limit, before + piece);
        connection.Write($"delete from pluginhost_stream_event where stream = {stream} and position > {before} and position <= {until} and id = ''");
        connection.Write($"update pluginhost_stream_event set data = '' where stream = {stream} and position > {before} and position <= {until}");
        connection.Write($"""
            insert into pluginhost_stream_taker(stream, taker, position) values ({stream}, {HostMarks.Trimmed}, {until})
            on conflict (stream, taker) do update set position = excluded.position
            """);
        return until < limit;
    }

    // Ids whose events are still there stay, however old.
    private static bool ForgetIds(StoreConnection connection, string stream, long known, int piece)
    {
        var limit = Math.Min(known, TrimmedOf(connection, stream));
        var first = connection.Read($"""
            select coalesce(min(position), 0) as position from pluginhost_stream_event where stream = {stream} and position <= {limit}
            """).Map(row => row.Integer("position"))[0];
        if (first == 0)
            return false;

        var until = Math.Min(limit, first + piece - 1);
        connection.Write($"delete from pluginhost_stream_event where stream = {stream} and position <= {until}");
        return until < limit;
    }
}
