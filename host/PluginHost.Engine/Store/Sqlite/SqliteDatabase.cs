using System.Collections.Concurrent;
using System.Data.Common;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// A file in the workspace: one connection that writes, a few that read. What a statement may touch, the <see cref="TableGuard"/> decides. Everything
/// that blocks runs on the pool.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private const int Readers = 4;

    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private readonly WriteLock _writing;
    private readonly SemaphoreSlim _reading = new(Readers, Readers);
    private readonly ConcurrentBag<SqliteStoreConnection> _idle = [];
    private SqliteStoreConnection? _writer;
    private volatile bool _isClosed;

    /// <param name="path">The full path of the file; its folder is made on first use.</param>
    /// <param name="clock">Dates the copies that are made before a migration.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    public SqliteDatabase(string path, TimeProvider clock, TimeSpan patience)
    {
        _file = new SqliteFile { Path = path, Patience = patience };
        _clock = clock;
        _writing = new WriteLock(patience);
    }

    public override StoreDialect Dialect => StoreDialect.Sqlite;

    public override string Place => _file.Path;

    public override bool Exists => File.Exists(_file.Path);

    public override async Task<TableOwners> OpenAsync(CancellationToken cancel) => await Task.Run(() => OpenFirst(cancel), cancel);

    public override async Task<T> ReadAsync<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => ReadOnPool(caller, work, cancel), cancel);
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

    public override async Task<WriteTurn> BeginAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        await _writing.EnterAsync(caller.Plugin, cancel);
        try
        {
            Mark?.Invoke(Marks.IntoStore);
            RefuseClosed();
            await Task.Run(() => (_writer ??= OpenConnection()).BeginImmediate(durability, cancel), cancel);
            return new SqliteTurn(_writer!, caller, EndTurn) { Mark = Mark };
        }
        catch
        {
            Mark?.Invoke(Marks.OutOfStore);
            _writing.Leave();
            throw;
        }
    }

    public override async Task<DbConnection> ConnectAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        var connection = new PluginConnection(_file, caller, durability);
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

    public override MigrationRunner RunnerFor(StoreConnection connection, string plugin) =>
        new SqliteMigrations((SqliteStoreConnection)connection, _file, plugin);

    public override IReadOnlyList<string> Check(StoreConnection connection) => SqliteCheck.Run(connection, _file.Path);

    public override async Task DropConnectionsAsync()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();

        if (await _writing.TryEnterAsync(WorkspaceStore.HostName))
            CloseWriter();
    }

    public override async ValueTask DisposeAsync()
    {
        _isClosed = true;
        try
        {
            await _writing.EnterAsync(WorkspaceStore.HostName, CancellationToken.None);
            CloseWriter();
        }
        catch (PluginHostException)
        {
            // A transaction that hangs is not waited for: SQLite undoes it, and EndTurn closes the connection.
        }

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
            (_writer, connection) = (connection, null);
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

    private SqliteStoreConnection OpenConnection()
    {
        try
        {
            return SqliteStoreConnection.Open(_file);
        }
        catch (Exception error) when (SqliteErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<T> WriteAsync<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await using var turn = await BeginAsync(caller, durability, cancel);
        var result = await turn.RunAsync(work, cancel);
        await turn.CommitAsync();
        return result;
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
            connection = OpenConnection();

        try
        {
            return connection.Run(caller, work, cancel);
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    private void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
        _writing.Leave();
    }

    private void EndTurn(SqliteStoreConnection connection, bool isFit)
    {
        Mark?.Invoke(Marks.OutOfStore);
        if (!isFit || _isClosed)
        {
            connection.Dispose();
            _writer = null;
        }

        _writing.Leave();
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"The workspace's store is closed: the program is ending. ({_file.Path})");
    }
}
