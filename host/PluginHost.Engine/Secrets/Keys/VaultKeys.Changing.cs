using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <content>Other ways to open the key, and another key.</content>
internal sealed partial class VaultKeys
{
    /// <summary>Lets a passphrase open the key from now on, in the place of one that did so before. Machines that open it themselves go on doing so.</summary>
    /// <returns>Whether one was given.</returns>
    public async Task<bool> SetPassphraseAsync(CancellationToken cancel)
    {
        if (places.OfType<AskedPassphrase>().FirstOrDefault() is not { } asked)
            throw new PluginHostException("This workspace's vault is opened by a named place alone (vault: in plugins.yaml, or PLUGINHOST_VAULT), so a passphrase would open nothing. Take that name away first.");

        var key = await CurrentAsync(cancel);
        AskAgain();
        if (await asked.KeepAsync(key, cancel) is not KeyKept { Row: var row })
            return false;

        return await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => Replace(connection, row), cancel) ? true
            : throw new PluginHostException("The passphrase was not set: another process has replaced the vault's key meanwhile. Run it again.");
    }

    /// <summary>
    /// Gives the workspace another key, closed for the places that this process can open. Machines that are not among them need the passphrase once more.
    /// </summary>
    /// <param name="close">Closes all secrets with the new key; in the same transaction.</param>
    /// <param name="cancel">Cancels it before it is written.</param>
    public async Task<string> ReplaceAsync(Action<StoreConnection, SealingKey, SealingKey> close, CancellationToken cancel)
    {
        var old = await CurrentAsync(cancel);
        var next = SealingKey.Make();
        var rows = await KeepNextAsync(next, cancel);
        await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection =>
        {
            if (KeyRows.Read(connection) is not [var first, ..] || first.Key != old.Id)
                throw new PluginHostException("The vault's key was not replaced: another process has done so meanwhile.");

            close(connection, old, next);
            KeyRows.RemoveAll(connection);
            foreach (var row in rows)
                KeyRows.Add(connection, row);

            return true;
        }, cancel);
        Forget();
        return next.Id;
    }

    // The first that keeps it, as when it is made; and where that is a machine alone, other machines join by a passphrase.
    private async Task<IReadOnlyList<KeyRow>> KeepNextAsync(SealingKey key, CancellationToken cancel)
    {
        AskAgain();
        var others = (await ReadRowsAsync(cancel)).Any(row => row.Kind == PassphraseKey.Kind);
        var rows = new List<KeyRow>();
        foreach (var place in places)
        {
            var isWanted = rows.Count == 0 || (others && place is GivenPassphrase or AskedPassphrase && !rows.Exists(row => row.Kind == PassphraseKey.Kind));
            if (isWanted && await place.KeepAsync(key, cancel) is KeyKept { Row: var row })
                rows.Add(row);
        }

        if (others && rows.Count > 0 && !rows.Exists(row => row.Kind == PassphraseKey.Kind))
            throw new PluginHostException("The vault's key was not replaced: a passphrase opens the vault, and none was given for the new key, so that other machines would be shut out. Run it on a terminal, or set PLUGINHOST_PASSPHRASE.");

        return rows.Count > 0 ? rows : throw new PluginHostException("The vault's key was not replaced: no place here keeps a new one. \"pluginhost vault\" says why not.");
    }

    private static bool Replace(StoreConnection connection, KeyRow row)
    {
        if (KeyRows.Read(connection) is not [var first, ..] || first.Key != row.Key)
            return false;

        KeyRows.RemoveKind(connection, PassphraseKey.Kind);
        KeyRows.Add(connection, row);
        return true;
    }
}
