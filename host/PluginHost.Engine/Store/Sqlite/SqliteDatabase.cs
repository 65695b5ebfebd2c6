using System.Collections.Concurrent;
using System.Data.Common;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// A file in the workspace: one connection that writes (<see cref="SqliteWriter"/>), a few that read. What a statement may touch, the <see cref="TableGuard"/> decides. Everything
/// that blocks runs on the pool.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private const int Readers = 4;

    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private readonly SqliteWriter _writer;
    private readonly SemaphoreSlim _reading = new(Readers, Readers);
    private readonly ConcurrentBag<SqliteStoreConnection> _idle = [];
    private volatile bool _isClosed;

    /// <param name="path">The full path of the file; its folder is made on first use.</param>
    /// <param name="clock">Dates the copies that are made before a migration.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <param name="isPrivate">Whether nobody else uses the file: see <see cref="SqliteFile.IsPrivate"/>.</param>
    public SqliteDatabase(string path, TimeProvider clock, TimeSpan patience, bool isPrivate = false)
    {
        _file = new SqliteFile { Path = path, Patience = patience, IsPrivate = isPrivate };
        _clock = clock;
        _writer = new SqliteWriter(_file, this);
    }

    public override StoreDialect Dialect => StoreDialect.Sqlite;

    public override string Place => _file.Path;

    public override bool Exists => File.Exists(_file.Path);

    public override async Task<TableOwners> OpenAsync(CancellationToken cancel) => await _file.DoAsync(() => OpenFirst(cancel), cancel);

    public override async Task<T> ReadAsync<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        if (_writer.TryRead(caller, work, cancel) is { } read)
            return await read;

        await _reading.WaitAsync(cancel);
        try
        {
            return await _file.DoAsync(() => ReadOnPool(caller, work, cancel), cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    public override Task<int> WriteAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel) =>
        WriteAsync(caller, durability, connection => connection.Write(statement), cancel);

    public override Task<RowSet> WriteReturningAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel) =>
        WriteAsync(caller, durability, connection => connection.Read(statement), cancel);

    public override Task<T> WriteAsync<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel) =>
        _writer.RunAsync(caller, durability, work, cancel);

    public override Task<WriteTurn> BeginAsync(Caller caller, Durability durability, CancellationToken cancel) =>
        _writer.BeginAsync(caller, durability, cancel);

    public override async Task<DbConnection> ConnectAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        if (_file.IsPrivate)
            await _writer.ShareAsync(caller, cancel);

        var connection = new PluginConnection(_file, caller, durability);
        try
        {
            await _file.DoAsync(
                () =>
                {
                    connection.Open();
                    return true;
                },
                cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override MigrationRunner RunnerFor(StoreConnection connection, string plugin) =>
        new SqliteMigrations((SqliteStoreConnection)connection, _file, plugin);

    public override IReadOnlyList<string> Check(StoreConnection connection) => SqliteCheck.Run(connection, _file.Path);

    public override async Task DropConnectionsAsync()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();

        await _writer.DropAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _writer.DisposeAsync();
        for (var i = 0; i < Readers; i++)
            await _reading.WaitAsync();

        while (_idle.TryTake(out var connection))
            connection.Dispose();

        // Whoever still waits for a place gets it, and is refused.
        _reading.Release(Readers);
    }

    private TableOwners OpenFirst(CancellationToken cancel)
    {
        SqliteStoreConnection? connection = null;
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            Batteries_V2.Init();
            _file.MakeFolder();
            connection = SqliteStoreConnection.Open(_file);
            SqliteSchema.Prepare(connection, _file, _clock, cancel);
            var owners = TableOwners.ReadFrom(connection);
            _writer.Take(connection);
            connection = null;
            return owners;
        }
        catch (Exception error) when (SqliteErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
        finally
        {
            connection?.Dispose();
            Mark?.Invoke(Marks.OutOfStore);
        }
    }

    private T ReadOnPool<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            return ReadOnIdle(caller, work, cancel);
        }
        finally
        {
            Mark?.Invoke(Marks.OutOfStore);
        }
    }

    private T ReadOnIdle<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        RefuseClosed();
        if (!_idle.TryTake(out var connection))
            connection = SqliteStoreConnection.OpenExplained(_file);

        try
        {
            return connection.Run(caller, work, cancel);
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw SqliteErrors.Closed(_file.Path);
    }
}
