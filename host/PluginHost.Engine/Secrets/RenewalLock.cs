using PluginHost.Engine.Store;

namespace PluginHost.Engine.Secrets;

/// <summary>
/// Who renews a secret: a row in the workspace's store with an end, so that of all processes on all machines one does so at a time, and a killed one holds nobody up for longer than a minute.
/// </summary>
internal sealed class RenewalLock(WorkspaceStore store, TimeProvider clock)
{
    /// <summary>How long a renewal may take before others no longer wait for it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>How often whoever waits looks again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // No clock of another machine is as wrong as that: the lock is of one that was, and would hold for ever.
    private static readonly TimeSpan Incredible = TimeSpan.FromMinutes(10);

    /// <summary>How long whoever could not keep what a renewal brought waits before the next try: the pause, doubling up to 64 times.</summary>
    public static TimeSpan PauseAfter(int tries) => Pause * (1 << Math.Min(tries, 6));

    /// <summary>Waits until it is ours.</summary>
    public async Task TakeAsync(string plugin, string name, string owner, CancellationToken cancel)
    {
        while (await IsHeldAsync(plugin, name, cancel) || !await TryTakeAsync(plugin, name, owner, cancel))
            await Task.Delay(Pause, clock, cancel);
    }

    /// <summary>Gives it back. Where the owner has it no more, nothing happens.</summary>
    public static int GiveBack(StoreConnection connection, string plugin, string name, string owner) =>
        connection.Write($"delete from pluginhost_secret_renewal where plugin = {plugin} and name = {name} and owner = {owner}");

    // Looking first: whoever waits for another process must not write each time.
    private async Task<bool> IsHeldAsync(string plugin, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var held = await store.ReadAsync(WorkspaceStore.HostName, Access.Host, connection => connection.Read($"""
            select owner from pluginhost_secret_renewal
            where plugin = {plugin} and name = {name} and held_until > {now} and held_until < {now + Incredible}
            """), cancel);
        return held.Rows.Count > 0;
    }

    private async Task<bool> TryTakeAsync(string plugin, string name, string owner, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        var now = clock.GetUtcNow();
        return await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => connection.Write($"""
            insert into pluginhost_secret_renewal(plugin, name, owner, held_until) values ({plugin}, {name}, {owner}, {now + Length})
            on conflict(plugin, name) do update set owner = excluded.owner, held_until = excluded.held_until
            where pluginhost_secret_renewal.held_until <= {now} or pluginhost_secret_renewal.held_until >= {now + Incredible}
            """) > 0, cancel);
    }
}
