using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// The workspace's database, opened when somebody first needs it. It knows plugins by id alone, so that nothing here outlives a plugin; what a plugin
/// may touch, the <see cref="Database"/> decides.
/// </summary>
/// <remarks>
/// What is committed survives a kill; where it was not relaxed, a power failure too. Waiting here is on the machine's own clock: the others that write
/// are other processes, which no rehearsal can speed up.
/// </remarks>
internal sealed class WorkspaceStore : IAsyncDisposable
{
    /// <summary>The name that the host itself writes under.</summary>
    public const string HostName = "pluginhost";

    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ConcurrentDictionary<string, string> _refused = [];
    private readonly AsyncLocal<StoreTransaction?> _inside = new();
    private TableOwners _owners = TableOwners.None;
    private StoreClocks? _clocks;
    private volatile int _naps;
    private volatile bool _isOpen;
    private volatile bool _isClosed;

    /// <param name="database">Where the tables are.</param>
    /// <param name="clock">Dates the migrations.</param>
    public WorkspaceStore(Database database, TimeProvider clock) => (_database, _clock) = (database, clock);

    public StoreDialect Dialect => _database.Dialect;

    /// <summary>Whether anything was ever written. Asking makes nothing.</summary>
    public bool Exists => _isOpen || _database.Exists;

    /// <summary>Which database it is, as people read it. No password.</summary>
    public string Name => $"{(Dialect == StoreDialect.Postgres ? "PostgreSQL" : "SQLite")} {_database.Place}";

    /// <summary>Told of every way in and out, and of every commit; null where nobody measures.</summary>
    public Action<string>? Mark
    {
        get => _database.Mark;
        init => _database.Mark = value;
    }

    /// <summary>How often the machine slept so far. Where it did since the last use, connections are dropped first; null where nobody watches.</summary>
    public Func<int>? Naps { get; init; }

    /// <summary>
    /// Told when this machine's clock and the database's are found too far apart. They are compared when the store is opened, after a sleep, and now and then;
    /// null: nobody compares them.
    /// </summary>
    public Action<string>? ClocksApart
    {
        init => _clocks = value is null ? null : new StoreClocks(_database, _clock, value);
    }

    /// <summary>The store of a workspace. Nothing is opened yet.</summary>
    /// <param name="address">The address of a PostgreSQL database; null for a file.</param>
    /// <param name="path">The full path of the file; its folder is made on first use.</param>
    /// <param name="clock">Dates the migrations.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <param name="mark">Told of every way in and out.</param>
    /// <param name="naps">How often the machine slept so far; asked before each use.</param>
    /// <param name="clocksApart">Told when this machine's clock and the database's are found too far apart.</param>
    /// <exception cref="PluginHostException">The address is none.</exception>
    public static WorkspaceStore At(
        string? address, string path, TimeProvider clock, TimeSpan patience, Action<string>? mark, Func<int> naps, Action<string> clocksApart) =>
        new(address is null ? new SqliteDatabase(path, clock, patience) : OpenPostgres(address, patience), clock)
        {
            Mark = mark,
            Naps = naps,
            ClocksApart = clocksApart,
        };

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
            _owners = await WriteAsync(
                HostName, Access.Host, connection => migrator.Run(connection, _database.RunnerFor(connection, pluginId), now), cancel);
        }

        if (migrator.IsBehind(applied) is { } reason)
        {
            _refused[pluginId] = reason;
            throw new PluginHostException(reason);
        }

        _refused.TryRemove(pluginId, out _);
    }

    /// <summary>Looks the database over, for <c>doctor</c>: what the database is, and one line for each plugin with tables.</summary>
    /// <exception cref="PluginHostException">The database is damaged or cannot be opened.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancel)
    {
        if (!_database.Exists)
            return ["The workspace has no store yet: nothing has been written."];

        return await ReadAsync(HostName, Access.Host, connection => StoreCheck.Run(_database, connection), cancel);
    }

    /// <summary>Compares this machine's clock with that of the machine that the database is on.</summary>
    /// <returns>The difference; null where there is one clock alone, or nobody compares.</returns>
    public async Task<ClockDifference?> LookAtClocksAsync(CancellationToken cancel)
    {
        await OpenAsync(HostName, cancel);
        return _clocks is null ? null : await _clocks.LookAsync(_naps, cancel);
    }

    /// <summary>Refuses to go on where this machine's clock is too far from the database's. For whoever is about to take a lease, or to call another's lost.</summary>
    /// <exception cref="PluginHostException">They are too far apart.</exception>
    public async Task RefuseWrongClockAsync(CancellationToken cancel)
    {
        if (await LookAtClocksAsync(cancel) is { IsTooFar: true } difference)
            throw difference.Refusal(_database.Place);
    }

    /// <summary>Reads, away from the caller's context.</summary>
    public async Task<T> ReadAsync<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await OpenAsync(plugin, cancel);
        return await _database.ReadAsync(CallerFor(plugin, access), work, cancel);
    }

    /// <summary>Reads for a guest, with one statement.</summary>
    public async Task<RowSet> ReadAsync(string plugin, Sql query, CancellationToken cancel)
    {
        await OpenAsync(plugin, cancel);
        return await _database.ReadAsync(CallerFor(plugin, Access.Read), query, cancel);
    }

    /// <summary>Writes for a guest, with one statement.</summary>
    public async Task<int> WriteAsync(string plugin, Durability durability, Sql statement, CancellationToken cancel)
    {
        RefuseInside(plugin);
        await OpenAsync(plugin, cancel);
        return await _database.WriteAsync(CallerFor(plugin, Access.Write), durability, statement, cancel);
    }

    /// <summary>Writes for a guest, with one statement, for the rows that it returns.</summary>
    public async Task<RowSet> WriteReturningAsync(string plugin, Durability durability, Sql statement, CancellationToken cancel)
    {
        RefuseInside(plugin);
        await OpenAsync(plugin, cancel);
        return await _database.WriteReturningAsync(CallerFor(plugin, Access.Write), durability, statement, cancel);
    }

    /// <summary>Writes in a transaction of its own, away from the caller's context. When the task ends, it is on disk.</summary>
    public Task<T> WriteAsync<T>(string plugin, Access access, Func<StoreConnection, T> work, CancellationToken cancel) =>
        WriteAsync(plugin, access, Durability.Full, work, cancel);

    /// <summary>Writes in a transaction of its own, away from the caller's context.</summary>
    public async Task<T> WriteAsync<T>(
        string plugin, Access access, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        RefuseInside(plugin);
        await OpenAsync(plugin, cancel);
        return await _database.WriteAsync(CallerFor(plugin, access), durability, work, cancel);
    }

    /// <summary>
    /// Begins a transaction, which no other of the same plugin can come between; on SQLite, no other at all. Disposing it undoes what was not committed.
    /// </summary>
    public async Task<WriteTurn> BeginAsync(string plugin, Access access, Durability durability, CancellationToken cancel)
    {
        RefuseInside(plugin);
        await OpenAsync(plugin, cancel);
        return await _database.BeginAsync(CallerFor(plugin, access), durability, cancel);
    }

    /// <summary>A connection that is the plugin's own until it is disposed.</summary>
    public async Task<DbConnection> ConnectAsync(string plugin, Durability durability, CancellationToken cancel)
    {
        await OpenAsync(plugin, cancel);
        return await _database.ConnectAsync(CallerFor(plugin, Access.Connection), durability, cancel);
    }

    /// <summary>Marks the flow of the caller as being inside a transaction: no other way to write may be taken there.</summary>
    public void MarkInside(StoreTransaction transaction) => _inside.Value = transaction;

    /// <summary>
    /// Closes the connections that nobody is using; the next use opens new ones. For a machine that slept: what was open may be dead, and nobody would
    /// know before it is used.
    /// </summary>
    public Task DropConnectionsAsync() => _isOpen && !_isClosed ? _database.DropConnectionsAsync() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;

        _isClosed = true;

        // Not in the middle of opening: what it opens would stay open.
        await _opening.WaitAsync();
        _opening.Release();
        await _database.DisposeAsync();
    }

    // Npgsql is not even loaded where the store is a file: the start does not wait for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Database OpenPostgres(string address, TimeSpan patience) =>
        new PostgresDatabase(PostgresAddress.Parse(address), patience);

    private Caller CallerFor(string plugin, Access access) => new() { Plugin = plugin, Access = access, Owners = _owners };

    private async Task OpenAsync(string plugin, CancellationToken cancel)
    {
        RefuseClosed();
        if (_refused.TryGetValue(plugin, out var reason))
            throw new PluginHostException(reason);

        var naps = Naps?.Invoke() ?? 0;
        if (_isOpen && naps == _naps)
            return;

        // Whoever comes at the same time waits here until the old connections are gone.
        await _opening.WaitAsync(cancel);
        try
        {
            RefuseClosed();
            if (!_isOpen)
                _owners = await _database.OpenAsync(cancel);
            else if (naps != _naps)
                await _database.DropConnectionsAsync();

            if (_clocks is not null)
                await _clocks.LookAsync(naps, cancel);

            _isOpen = true;
            _naps = naps;
        }
        finally
        {
            _opening.Release();
        }
    }

    private void RefuseInside(string plugin)
    {
        if (_inside.Value is { IsOpen: true })
        {
            throw new WrongUseException(
                $"{plugin} writes in another way while its transaction is open: the two would wait for each other for ever. "
                + "Write with the transaction that TransactAsync hands to the work.");
        }
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"The workspace's store is closed: the program is ending. ({_database.Place})");
    }
}
