using PluginHost.Engine.Store;

namespace PluginHost.Engine.Streams;

/// <content>Who may read a source.</content>
internal sealed partial class StreamLog
{
    // No clock of another machine is as wrong as that: the lease is of one that was, and would hold for ever.
    private static readonly TimeSpan Incredible = TimeSpan.FromMinutes(10);

    /// <summary>Takes the lease where nobody has it, or its time is over.</summary>
    /// <returns>Where the next page begins; null where it is somebody else's.</returns>
    public async Task<TakenLease?> LeaseAsync(
        string stream, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel)
    {
        // Looking first: whoever waits for a lease of another process must not write each time.
        var held = await ReadAsync(connection => connection.Read($"""
            select name from pluginhost_stream
            where name = {stream} and owner is not null and lease_until > {now} and lease_until < {until + Incredible}
            """), cancel);
        if (held.Rows.Count > 0)
            return null;

        await store.RefuseWrongClockAsync(cancel);
        return await WriteAsync(connection => Lease(connection, stream, owner, now, until), cancel);
    }

    /// <summary>Makes the lease longer, and keeps the cursor.</summary>
    /// <returns>Whether the owner had it still.</returns>
    public Task<bool> RenewAsync(string stream, string owner, string? cursor, DateTimeOffset until, CancellationToken cancel) => WriteAsync(
        connection => connection.Write($"update pluginhost_stream set cursor = {cursor}, lease_until = {until} where name = {stream} and owner = {owner}") > 0,
        cancel);

    /// <summary>Gives the lease back, and keeps the cursor. Where the owner has it no more, nothing happens.</summary>
    public Task GiveBackAsync(string stream, string owner, string? cursor, CancellationToken cancel) => WriteAsync(
        connection => connection.Write($"""
            update pluginhost_stream set cursor = {cursor}, owner = null, lease_until = null where name = {stream} and owner = {owner}
            """),
        cancel);

    /// <summary>Gives the lease back, and leaves the cursor as it is.</summary>
    public Task GiveBackAsync(string stream, string owner, CancellationToken cancel) => WriteAsync(
        connection => connection.Write($"update pluginhost_stream set owner = null, lease_until = null where name = {stream} and owner = {owner}"),
        cancel);

    private static TakenLease? Lease(StoreConnection connection, string stream, string owner, DateTimeOffset now, DateTimeOffset until)
    {
        connection.Write($"insert into pluginhost_stream(name) values ({stream}) on conflict do nothing");
        var rows = connection.Read($"""
            update pluginhost_stream set owner = {owner}, lease_until = {until}
            where name = {stream} and (owner is null or lease_until <= {now} or lease_until >= {until + Incredible})
            returning cursor
            """);
        return rows.Rows.Count > 0 ? new TakenLease(rows.Map(row => row.TextOrNull("cursor"))[0]) : null;
    }
}
