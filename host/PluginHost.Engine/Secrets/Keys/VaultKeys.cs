using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>
/// The workspace's key: 32 random bytes, made when the first secret is kept, and closed once for each place that may open it. So a team shares one key, and each machine opens it in
/// its own way. Opened once, it stays in memory as long as the process runs.
/// </summary>
internal sealed partial class VaultKeys(WorkspaceStore store, IReadOnlyList<IKeyPlace> places)
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile OpenedVault? _opened;

    /// <summary>Called when it was opened, or could not be.</summary>
    public event Action? Changed;

    /// <summary>How it was opened; null where it is not open.</summary>
    public OpenedVault? Opened => _opened;

    /// <summary>Why it could not be opened when it was tried last; null where it could, or nobody tried.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The passphrase that a person has typed to open it; null where nobody had to.</summary>
    public string? Typed => places.OfType<AskedPassphrase>().FirstOrDefault(asked => asked.Title == _opened?.Place)?.Typed;

    /// <summary>The key that secrets are closed with. It is made where there is none.</summary>
    /// <exception cref="PluginHostException">It cannot be opened here; the message says what to do.</exception>
    public async Task<SealingKey> CurrentAsync(CancellationToken cancel) => (_opened ?? await OpenAsync(cancel)).Key;

    /// <summary>The key of this name.</summary>
    /// <returns>Null where it is the workspace's no more.</returns>
    public async Task<SealingKey?> FindAsync(string key, CancellationToken cancel)
    {
        if (await CurrentAsync(cancel) is { } current && current.Id == key)
            return current;

        // Another process may have given the workspace a new one.
        Forget();
        current = await CurrentAsync(cancel);
        return current.Id == key ? current : null;
    }

    /// <summary>Lets go of the opened key: the next use asks the places again.</summary>
    public void Forget() => _opened = null;

    /// <summary>Asks the person again, who has declined before.</summary>
    public void AskAgain()
    {
        foreach (var asked in places.OfType<AskedPassphrase>())
            asked.AskAgain();
    }

    /// <summary>Which places open it, as the store has them.</summary>
    public async Task<IReadOnlyList<KeyRow>> ReadRowsAsync(CancellationToken cancel) =>
        store.Exists ? await store.ReadAsync(WorkspaceStore.HostName, Access.Host, KeyRows.Read, cancel) : [];

    private async Task<OpenedVault> OpenAsync(CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (_opened is { } opened)
                return opened;

            _opened = opened = await FindOrMakeAsync(cancel);
            Trouble = null;
            return opened;
        }
        catch (PluginHostException error)
        {
            Trouble = error.Message;
            throw;
        }
        finally
        {
            _opening.Release();
            Changed?.Invoke();
        }
    }

    private async Task<OpenedVault> FindOrMakeAsync(CancellationToken cancel)
    {
        // Another process may make it at the same moment: then its key is opened.
        while (true)
        {
            var rows = await store.ReadAsync(WorkspaceStore.HostName, Access.Host, KeyRows.Read, cancel);
            if (rows.Count > 0)
                return await FindAsync(rows, cancel);

            if (await MakeAsync(cancel) is { } made)
                return made;
        }
    }

    private async Task<OpenedVault> FindAsync(IReadOnlyList<KeyRow> rows, CancellationToken cancel)
    {
        var passedBy = new List<PassedBy>();
        foreach (var place in places)
        {
            switch (await place.OpenAsync(rows, cancel))
            {
                case KeyOpened opened:
                    return new OpenedVault(opened.Key, place.Asks ? await JoinAsync(opened.Key, place, cancel) : place.Title, passedBy);
                case KeyNotHere passed:
                    passedBy.Add(new PassedBy(place.Title, passed.Why) { IsUngiven = passed.IsUngiven });
                    break;
            }
        }

        var holders = string.Join(", ", rows.Select(row => row.Kind == PassphraseKey.Kind ? "its passphrase" : $"{row.Kind} of {row.Label}").Distinct());
        throw new PluginHostException($"The vault does not open here: {Tell(passedBy)}. It opens by {holders}. {CureOf(rows)}");
    }

    // Who has typed it once on a machine with a key store types it no more there.
    private async Task<string> JoinAsync(SealingKey key, IKeyPlace asked, CancellationToken cancel)
    {
        foreach (var place in places.OfType<MachinePlace>())
        {
            if (await place.KeepAsync(key, cancel) is not KeyKept { Row: var row })
                continue;

            await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => KeyRows.Add(connection, row), cancel);
            return place.Title;
        }

        return asked.Title;
    }

    private async Task<OpenedVault?> MakeAsync(CancellationToken cancel)
    {
        var key = SealingKey.Make();
        var passedBy = new List<PassedBy>();
        foreach (var place in places)
        {
            switch (await place.KeepAsync(key, cancel))
            {
                case KeyKept { Row: var row }:
                    return await AddFirstAsync(row, cancel) ? new OpenedVault(key, place.Title, passedBy) : null;
                case KeyNotHere passed:
                    passedBy.Add(new PassedBy(place.Title, passed.Why) { IsUngiven = passed.IsUngiven });
                    break;
            }
        }

        throw new PluginHostException(
            $"The vault has nowhere to keep its key: {Tell(passedBy)}. Set PLUGINHOST_PASSPHRASE, or PLUGINHOST_PASSPHRASE_FILE to a file that only you can read, or log in on a terminal, where it is asked for.");
    }

    private Task<bool> AddFirstAsync(KeyRow row, CancellationToken cancel) => store.WriteAsync(
        WorkspaceStore.HostName, Access.Host, connection => KeyRows.Read(connection).Count == 0 && KeyRows.Add(connection, row) > 0, cancel);

    private static string Tell(IReadOnlyList<PassedBy> places) => string.Join("; ", PassedBy.Worth(places));

    private static string CureOf(IReadOnlyList<KeyRow> rows) => rows.Any(row => row.Kind == PassphraseKey.Kind)
        ? "Set PLUGINHOST_PASSPHRASE, or PLUGINHOST_PASSPHRASE_FILE to a file with it, or use a terminal, where it is asked for."
        : "Run \"pluginhost vault passphrase\" there, and then \"pluginhost vault\" here, with that passphrase.";
}
