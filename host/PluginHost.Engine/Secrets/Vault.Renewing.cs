using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

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

        return await KeepRenewedAsync(plugin, name, owner, kept, next);
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

    // Not cancelled: the token before it is used up, and this one is nowhere else. Because the store is busy or gone for a moment it must not be lost: it is tried again for a minute.
    private async Task<string?> KeepRenewedAsync(string plugin, string name, string owner, string? kept, string? next)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        var began = clock.GetTimestamp();
        try
        {
            for (var tries = 0; ; tries++)
            {
                try
                {
                    // The second time, it may be there already: then it is found as the later word.
                    return await CompareAndKeepAsync(plugin, name, kept, next);
                }
                catch (PluginHostException) when (clock.GetElapsedTime(began) < RenewalLock.Length)
                {
                    await Task.Delay(RenewalLock.PauseAfter(tries), clock, CancellationToken.None);
                }
            }
        }
        finally
        {
            await EndAsync(plugin, name, owner);
        }
    }

    // Whoever took longer than the lock holds may find that another has renewed it meanwhile; the later word is kept. What tells is the secret itself: another key closes the same one anew.
    private async Task<string?> CompareAndKeepAsync(string plugin, string name, string? kept, string? next)
    {
        while (true)
        {
            var row = await FindAsync(plugin, name, CancellationToken.None);
            var now = row is null ? null : await OpenAsync(plugin, name, row, CancellationToken.None);
            if (now != kept)
                return now;

            var isStill = false;
            if (next is null)
                await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => IsStill(connection) && SecretRows.Forget(connection, plugin, name) > 0, CancellationToken.None);
            else
                await KeepAsync(plugin, name, next, (connection, closed) => !IsStill(connection) || SecretRows.Write(connection, plugin, name, closed, clock.GetUtcNow()), CancellationToken.None);

            if (isStill)
                return next;

            bool IsStill(StoreConnection connection)
            {
                var found = SecretRows.Find(connection, plugin, name);
                return isStill = row is null ? found is null : row.Is(found);
            }
        }
    }

    private async Task EndAsync(string plugin, string name, string owner)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        try
        {
            await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => RenewalLock.GiveBack(connection, plugin, name, owner), CancellationToken.None);
        }
        catch (PluginHostException)
        {
            // It ends by itself within its minute, and what became of the renewal is what the caller has to know.
        }
    }
}
