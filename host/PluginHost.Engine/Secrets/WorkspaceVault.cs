using PluginHost.Engine.Secrets.Keys;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets;

/// <summary>The vault as the program shows it to a person: where its key lies, what is kept by whom, and how that is changed. It never tells a secret.</summary>
public sealed class WorkspaceVault
{
    private readonly WorkspaceStore _store;
    private readonly VaultKeys _keys;

    internal WorkspaceVault(WorkspaceStore store, IReadOnlyList<IKeyPlace> places, TimeProvider clock, IRandom random)
    {
        (_store, _keys) = (store, new VaultKeys(store, places));
        Vault = new Vault(store, _keys, clock, random);
    }

    /// <summary>Called when it was opened, or could not be, on whatever thread that happened.</summary>
    public event Action? Changed
    {
        add => _keys.Changed += value;
        remove => _keys.Changed -= value;
    }

    /// <summary>Why it could not be opened when somebody needed it last; null where it could, or nobody did.</summary>
    public string? Trouble => _keys.Trouble;

    /// <summary>What opened it; null where it is not open.</summary>
    public string? Place => _keys.Opened?.Place;

    /// <summary>The passphrase that a person has typed to open it; null where nobody had to. For processes that this one starts.</summary>
    internal string? Typed => _keys.Typed;

    internal Vault Vault { get; }

    /// <summary>Opens it, where there is something to open, and says how it stands.</summary>
    public async Task<VaultLook> LookAsync(CancellationToken cancel)
    {
        var rows = await _keys.ReadRowsAsync(cancel);
        if (rows.Count > 0)
            await TryOpenAsync(cancel);

        return new VaultLook
        {
            Key = rows.Count > 0 ? rows[0].Key : "",
            Place = Place,
            Trouble = rows.Count > 0 ? Trouble : null,
            PassedBy = [.. (_keys.Opened?.PassedBy ?? []).Where(passed => !passed.IsUngiven)],
            Holders = [.. (await _keys.ReadRowsAsync(cancel)).Select(row => new VaultHolder(row.Kind, row.Label, row.MadeAt))],
            Secrets = await Vault.ListAsync(cancel),
        };
    }

    /// <summary>Opens it, asking again who has declined before.</summary>
    /// <exception cref="PluginHostException">It cannot be opened here; the message says what to do.</exception>
    public Task OpenAsync(CancellationToken cancel)
    {
        _keys.AskAgain();
        return _keys.CurrentAsync(cancel);
    }

    /// <summary>Asks for a passphrase that opens it from now on, on other machines too.</summary>
    /// <returns>Whether one was given.</returns>
    /// <exception cref="PluginHostException">It cannot be opened here, or takes no passphrase; the message says what to do.</exception>
    public Task<bool> SetPassphraseAsync(CancellationToken cancel) => _keys.SetPassphraseAsync(cancel);

    /// <summary>Gives it another key, and closes all secrets with that, all or none.</summary>
    /// <returns>The new key's name.</returns>
    /// <exception cref="PluginHostException">It cannot be opened here, or a secret does not open; nothing was changed, and the message says what to do.</exception>
    public async Task<string> RekeyAsync(CancellationToken cancel)
    {
        if ((await _keys.ReadRowsAsync(cancel)).Count == 0)
            throw new PluginHostException("The vault has no key yet, because no secret was ever kept: there is nothing to replace.");

        return await _keys.ReplaceAsync(CloseAll, cancel);
    }

    private async Task TryOpenAsync(CancellationToken cancel)
    {
        try
        {
            await _keys.CurrentAsync(cancel);
        }
        catch (PluginHostException)
        {
            // It is told as the trouble.
        }
    }

    private static void CloseAll(StoreConnection connection, SealingKey old, SealingKey next)
    {
        foreach (var (of, row) in SecretRows.All(connection))
        {
            var open = row.Form == SecretRow.KnownForm && row.Key == old.Id ? old.Open(row.Closed, of.Plugin, of.Name) : null;
            if (open is null)
            {
                throw new PluginHostException(
                    $"The vault's key was not replaced: {of.Plugin}'s secret \"{of.Name}\" does not open, and would be lost. Let its profile log in anew, or log it out, and try again.");
            }

            var closed = next.Close(open, of.Plugin, of.Name);
            connection.Write($"update pluginhost_secret set key_id = {next.Id}, nonce = {closed.Nonce}, closed = {closed.Bytes} where plugin = {of.Plugin} and name = {of.Name}");
        }
    }
}
