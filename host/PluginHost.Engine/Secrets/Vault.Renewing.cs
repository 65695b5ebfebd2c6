using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Store;

namespace PluginHost.Engine.Secrets;

/// <content>Secrets that follow from each other: a token that can be used once must be used by one process, and what it gave must be on disk before anybody uses that.</content>
internal sealed partial class Vault
{
    private readonly RenewalLock _renewals = new(store, clock);

    public async Task<string?> RenewAsync(string plugin, string name, Func<string?, Task<string?>> renew, CancellationToken cancel)
    {
        var owner = $"{random.NewId():n}";
        var row = await BeginAsync(plugin, name, owner, cancel);
        string? kept;
        string? next;
        try
        {
            kept = row is null ? null : await OpenUnhurriedAsync(plugin, name, row, cancel);
            next = await renew(kept);
        }
        catch
        {
            await EndAsync(plugin, name, owner);
            throw;
        }

        if (next == kept)
        {
            await EndAsync(plugin, name, owner);
            return kept;
        }

        return await KeepRenewedAsync(plugin, name, owner, row, next);
    }

    // What the plugin itself does in between is on its own time.
    private async Task<SecretRow?> BeginAsync(string plugin, string name, string owner, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();

        // Before the lock, and before anything is used up: a vault that does not open, and a person who types, take longer than a minute.
        await keys.CurrentAsync(cancel);
        await _renewals.TakeAsync(plugin, name, owner, cancel);
        try
        {
            return await FindAsync(plugin, name, cancel);
        }
        catch
        {
            await EndAsync(plugin, name, owner);
            throw;
        }
    }

    private async Task<string> OpenUnhurriedAsync(string plugin, string name, SecretRow row, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await OpenAsync(plugin, name, row, cancel);
    }

    // Not cancelled: the token before it is used up, and this one is nowhere else.
    private async Task<string?> KeepRenewedAsync(string plugin, string name, string owner, SecretRow? before, string? next)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        var isOurs = true;
        if (next is null)
            await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => IsStill(connection) && SecretRows.Forget(connection, plugin, name) > 0, CancellationToken.None);
        else
            await KeepAsync(plugin, name, next, (connection, row) => !IsStill(connection) || SecretRows.Write(connection, plugin, name, row, clock.GetUtcNow()), CancellationToken.None);

        await EndAsync(plugin, name, owner);
        return isOurs ? next : await ReadAsync(plugin, name, CancellationToken.None);

        // Whoever took longer than the lock holds may find that another has renewed it meanwhile; the later word is kept.
        bool IsStill(StoreConnection connection)
        {
            var now = SecretRows.Find(connection, plugin, name);
            return isOurs = before is null ? now is null : before.Is(now);
        }
    }

    private async Task EndAsync(string plugin, string name, string owner)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => RenewalLock.GiveBack(connection, plugin, name, owner), CancellationToken.None);
    }
}
