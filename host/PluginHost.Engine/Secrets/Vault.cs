using System.Text;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Secrets.Keys;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets;

/// <summary>
/// The secrets of a workspace, closed with its key, in its store. It owns rows and their order; where the key comes from is for <see cref="VaultKeys"/>. No secret goes into a
/// message: what is told names the plugin and the secret's name.
/// </summary>
internal sealed partial class Vault(WorkspaceStore store, VaultKeys keys, TimeProvider clock, IRandom random) : ISecretKeeper
{
    // How often a key may be replaced under a write before something else is wrong.
    private const int Patience = 3;

    public async Task<string?> ReadAsync(string plugin, string name, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await FindAsync(plugin, name, cancel) is { } row ? await OpenAsync(plugin, name, row, cancel) : null;
    }

    public async Task WriteAsync(string plugin, string name, string secret, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        await KeepAsync(plugin, name, secret, (connection, row) => SecretRows.Write(connection, plugin, name, row, clock.GetUtcNow()), cancel);
    }

    public async Task ForgetAsync(string plugin, string name, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        if (store.Exists)
            await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => SecretRows.Forget(connection, plugin, name), cancel);
    }

    /// <summary>What is kept, by whom. Nothing is opened.</summary>
    public async Task<IReadOnlyList<KeptSecret>> ListAsync(CancellationToken cancel) =>
        store.Exists ? await store.ReadAsync(WorkspaceStore.HostName, Access.Host, SecretRows.List, cancel) : [];

    // A store is not made for the sake of finding nothing in it.
    private async Task<SecretRow?> FindAsync(string plugin, string name, CancellationToken cancel) => store.Exists
        ? await store.ReadAsync(WorkspaceStore.HostName, Access.Host, connection => SecretRows.Find(connection, plugin, name), cancel)
        : null;

    private async Task<string> OpenAsync(string plugin, string name, SecretRow row, CancellationToken cancel)
    {
        if (row.Form != SecretRow.KnownForm)
            throw new PluginHostException($"{plugin}'s secret \"{name}\" was written by a newer version of PluginHost. Nothing was changed. Update the program.");

        var key = await keys.FindAsync(row.Key, cancel) ?? throw new PluginHostException(
            $"{plugin}'s secret \"{name}\" was encrypted with another key ({row.Key}) than the workspace's. {Cure(name)}");
        return key.Open(row.Closed, plugin, name) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new PluginHostException($"{plugin}'s secret \"{name}\" is damaged in the store, or was put there from elsewhere: it does not open. {Cure(name)}");
    }

    // Secrets of a profile are called after it, so that the cure can be named.
    private static string Cure(string name)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return $"Let the profile log in anew: pluginhost profiles login {(at < 0 ? "@name" : name[at..])}";
    }

    // Another process may have given the workspace a new key since ours was read: then nothing was written, and the secret is closed once more.
    private async Task KeepAsync(string plugin, string name, string secret, Func<StoreConnection, SecretRow, bool> write, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var key = await keys.CurrentAsync(cancel);
            var row = new SecretRow { Form = SecretRow.KnownForm, Key = key.Id, Closed = key.Close(Encoding.UTF8.GetBytes(secret), plugin, name) };
            if (await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => write(connection, row), cancel))
                return;

            keys.Forget();
        }

        throw new PluginHostException($"{plugin}'s secret \"{name}\" was not kept: the workspace's key was replaced each time. Try again when nobody runs \"pluginhost vault rekey\".");
    }
}
