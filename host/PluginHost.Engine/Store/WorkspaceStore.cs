using System.Collections.Concurrent;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// The workspace's database: one connection that writes, a few that read, opened when somebody first needs them. It knows plugins by id alone,
/// so that nothing here outlives a plugin; what a plugin may touch, the <see cref="TableGuard"/> decides.
/// </summary>
/// <remarks>
/// What is committed survives a kill and a power failure (WAL, synchronous=full). Waiting here is on the machine's own clock: the others that
/// write are other processes, which no rehearsal can speed up.
/// </remarks>
internal sealed partial class WorkspaceStore : IAsyncDisposable
{
    /// <summary>The name that the host itself writes under.</summary>
    public const string HostName = "pluginhost";

    private const int Readers = 4;

    private readonly StoreFile _file;
    private readonly TimeProvider _clock;
    private readonly WriteLock _writing;
    private readonly SemaphoreSlim _reading = new(Readers, Readers);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private readonly ConcurrentDictionary<string, string> _refused = [];
    private readonly AsyncLocal<StoreTransaction?> _inside = new();
    private StoreConnection? _writer;
    private TableOwners _owners = TableOwners.None;
    private volatile bool _isOpen;
    private volatile bool _isClosed;

    /// <param name="path">The full path of the database; its folder is made on first use.</param>
    /// <param name="clock">Dates the migrations.</param>
    public WorkspaceStore(string path, TimeProvider clock)
        : this(path, clock, TimeSpan.FromSeconds(10))
    {
    }

    /// <param name="path">The full path of the database; its folder is made on first use.</param>
    /// <param name="clock">Dates the migrations.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    public WorkspaceStore(string path, TimeProvider clock, TimeSpan patience)
    {
        _file = new StoreFile { Path = path, Patience = patience };
        _clock = clock;
        _writing = new WriteLock(patience);
    }

    public StoreFile File => _file;

    /// <summary>Whether anything was ever written. Asking makes nothing.</summary>
    public bool Exists => _isOpen || System.IO.File.Exists(_file.Path);

    /// <summary>Told of every way in and out, and of every commit; null where nobody measures.</summary>
    public Action<string>? Mark { get; init; }

    /// <summary>The store as one plugin sees it. Dispose it when the plugin is unloaded: later calls are refused.</summary>
    public PluginStore For(string pluginId)
    {
        TableOwners.RefuseReserved(pluginId);
        return new PluginStore(this, pluginId);
    }

    /// <summary>Runs those of a plugin's migrations that are new, all or none. Where none is, it costs one small query.</summary>
    /// <exception cref="PluginHostException">
    /// A migration does more than add, was changed after it ran, or the database is ahead of the plugin.
    /// </exception>
    public async Task MigrateAsync(string pluginId, IReadOnlyList<Migration> migrations, CancellationToken cancel)
    {
        TableOwners.RefuseReserved(pluginId);
        if (migrations.Count == 0)
            return;

        var migrator = new Migrator(pluginId, migrations);
        var applied = await ReadAsync(HostName, Access.Host, migrator.ReadApplied, cancel);
        if (migrator.FindPending(applied).Count > 0)
        {
            // A snapshot: what another process adds meanwhile, this one learns with its next migration.
            var now = _clock.GetUtcNow();
            _owners = await WriteAsync(HostName, Access.Host, connection => migrator.Run(connection, now), cancel);
        }

        if (migrator.IsBehind(applied) is { } reason)
        {
            _refused[pluginId] = reason;
            throw new PluginHostException(reason);
        }

        _refused.TryRemove(pluginId, out _);
    }

    /// <summary>Looks the database over, for <c>doctor</c>: one line on the file, one for each plugin with tables.</summary>
    /// <exception cref="PluginHostException">The database is damaged or cannot be opened.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancel)
    {
        if (!System.IO.File.Exists(_file.Path))
            return ["The workspace has no store yet: nothing has been written."];

        return await ReadAsync(HostName, Access.Host, connection => StoreCheck.Run(connection, _file.Path), cancel);
    }

    /// <summary>Reads on a connection of the pool, away from the caller's context.</summary>
    public async Task<T> ReadAsync<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await OpenAsync(plugin, cancel);
        await _reading.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => ReadOnPool(plugin, access, work, cancel), cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Writes in a transaction of its own, away from the caller's context. When the task ends, it is on disk.</summary>
    public Task<T> WriteAsync<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel) =>
        WriteAsync(plugin, access, Durability.Full, work, cancel);

    /// <summary>Writes in a transaction of its own, away from the caller's context.</summary>
    public async Task<T> WriteAsync<T>(
        string plugin, Access access, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await using var turn = await BeginAsync(plugin, access, durability, cancel);
        var result = await turn.RunAsync(work, cancel);
        await turn.CommitAsync();
        return result;
    }

    /// <summary>Takes the turn to write and begins a transaction. Disposing it undoes what was not committed.</summary>
    public async Task<WriteTurn> BeginAsync(string plugin, Access access, Durability durability, CancellationToken cancel)
    {
        if (_inside.Value is { IsOpen: true })
        {
            throw new WrongUseException(
                $"{plugin} writes in another way while its transaction is open: the two would wait for each other for ever. "
                + "Write with the transaction that TransactAsync hands to the work.");
        }

        await OpenAsync(plugin, cancel);
        await _writing.EnterAsync(plugin, cancel);
        try
        {
            Mark?.Invoke(Marks.IntoStore);
            RefuseClosed();
            await Task.Run(() => (_writer ??= OpenConnection()).BeginImmediate(durability, cancel), cancel);
            return new WriteTurn(_writer!, plugin, access, _owners, EndTurn) { Mark = Mark };
        }
        catch
        {
            Mark?.Invoke(Marks.OutOfStore);
            _writing.Leave();
            throw;
        }
    }

    /// <summary>A connection that is the plugin's own until it is disposed.</summary>
    public async Task<PluginConnection> ConnectAsync(string plugin, CancellationToken cancel)
    {
        await OpenAsync(plugin, cancel);
        var connection = new PluginConnection(_file, plugin, _owners);
        try
        {
            await Task.Run(connection.Open, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Marks the flow of the caller as being inside a transaction: no other way to write may be taken there.</summary>
    public void MarkInside(StoreTransaction transaction) => _inside.Value = transaction;

    private T ReadOnPool<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            return ReadOnIdle(plugin, access, work, cancel);
        }
        finally
        {
            Mark?.Invoke(Marks.OutOfStore);
        }
    }

    private T ReadOnIdle<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        RefuseClosed();
        if (!_idle.TryTake(out var connection))
            connection = OpenConnection();

        try
        {
            return connection.Run(plugin, access, _owners, work, cancel);
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    private void EndTurn(StoreConnection connection, bool isFit)
    {
        Mark?.Invoke(Marks.OutOfStore);
        if (!isFit || _isClosed)
        {
            connection.Dispose();
            _writer = null;
        }

        _writing.Leave();
    }
}
