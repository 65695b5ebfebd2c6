using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>One of the store's own connections to a file.</summary>
internal sealed class SqliteStoreConnection : StoreConnection, IDisposable
{
    // SQLite's wait cannot be cancelled, so it is asked for in slices.
    private const int Slice = 100;

    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private SqliteStatements? _statements;
    private sqlite3_stmt? _begin;
    private sqlite3_stmt? _commit;
    private Durability _durability = Durability.Full;
    private Caller? _caller;

    private SqliteStoreConnection(SqliteFile file)
    {
        _file = file;
        _connection = new SqliteConnection(file.ConnectionString);
    }

    public TableGuard Guard { get; } = new();

    public sqlite3 Handle => _connection.Handle!;

    public static SqliteStoreConnection Open(SqliteFile file)
    {
        var opened = new SqliteStoreConnection(file);
        try
        {
            opened._connection.Open();
            file.SetUp(opened._connection, Durability.Full);
            opened.Guard.StandAt(opened.Handle);
            opened._statements = new SqliteStatements(opened.Handle);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Opens it; where that cannot be done, says why in plain words.</summary>
    public static SqliteStoreConnection OpenExplained(SqliteFile file)
    {
        try
        {
            return Open(file);
        }
        catch (Exception error) when (SqliteErrors.Explain(error, file.Path) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Runs statements for somebody, within what they may do; a cancelled one is interrupted.</summary>
    public T Run<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Guard.Enter(caller.Plugin, caller.Access, caller.Owners);
        _caller = caller;
        using var interrupt = cancel.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), Handle);
        try
        {
            return work(this);
        }
        catch (SqliteException error) when (Explain(error, cancel) is { } explained)
        {
            throw explained;
        }
        finally
        {
            _caller = null;
            Guard.Leave();
        }
    }

    /// <summary>Runs statements in a transaction of their own: they are committed when it returns, and undone when it throws.</summary>
    public T Transact<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        BeginImmediate(durability, cancel);
        var result = Run(caller, work, cancel);
        Commit();
        return result;
    }

    public override RowSet Read(Sql query)
    {
        if (StatementFor(query) is { } kept)
            return kept.Read(query.Parameters);

        using var command = CommandFor(query);
        using var reader = command.ExecuteReader();
        var columns = new string[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = reader.GetName(i);

        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var cells = new object?[columns.Length];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);

            rows.Add(cells);
        }

        return new RowSet(columns, rows);
    }

    public override int Write(Sql statement)
    {
        if (StatementFor(statement) is { } kept)
            return kept.Write(statement.Parameters);

        using var command = CommandFor(statement);
        return Math.Max(0, command.ExecuteNonQuery());
    }

    /// <summary>Runs a statement of the host's own that was put together.</summary>
    public void Execute(string statement)
    {
        var result = raw.sqlite3_exec(Handle, statement);
        if (result != raw.SQLITE_OK)
            throw Broken(result);
    }

    /// <summary>Locks the file for good, and keeps what an undoing would need in memory: half of what a commit takes. Nobody else can open the file then.</summary>
    public void KeepToItself() => Execute("PRAGMA locking_mode=exclusive; PRAGMA journal_mode=memory");

    /// <summary>Lets others open the file again, and read while this one writes.</summary>
    public void Share() => Execute("PRAGMA locking_mode=normal; PRAGMA journal_mode=wal");

    /// <summary>Whether a table has any row.</summary>
    public bool HasRows(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"select exists(select 1 from \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\")";
        return command.ExecuteScalar() is 1L;
    }

    /// <summary>Begins a transaction that may write at once, so that it cannot fail half-way because another one did.</summary>
    public void BeginImmediate(Durability durability, CancellationToken cancel)
    {
        SwitchTo(durability);
        var started = Stopwatch.GetTimestamp();
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                var left = _file.Patience - Stopwatch.GetElapsedTime(started);
                raw.sqlite3_busy_timeout(Handle, Math.Clamp((int)left.TotalMilliseconds, 0, Slice));
                var result = RunKept(ref _begin, "BEGIN IMMEDIATE");
                if (result == raw.SQLITE_OK)
                    return;

                if ((result & 0xff) != raw.SQLITE_BUSY)
                    throw Broken(result);

                if (left <= TimeSpan.Zero)
                    throw SqliteErrors.Busy(_file.Path, _file.Patience);
            }
        }
        finally
        {
            raw.sqlite3_busy_timeout(Handle, (int)_file.Patience.TotalMilliseconds);
        }
    }

    public void Commit()
    {
        var result = RunKept(ref _commit, "COMMIT");
        if (result != raw.SQLITE_OK)
            throw Broken(result);
    }

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Undoes what is open.</summary>
    /// <returns>Whether the connection is fit for further use.</returns>
    public bool Rollback() => !IsInTransaction || raw.sqlite3_exec(Handle, "ROLLBACK") == raw.SQLITE_OK;

    /// <summary>What SQLite has just said.</summary>
    public SqliteException Fault(int result) => new(raw.sqlite3_errmsg(Handle).utf8_to_string(), result & 0xff, result);

    public void Dispose()
    {
        _statements?.Dispose();
        _begin?.Dispose();
        _commit?.Dispose();
        _connection.Dispose();
    }

    // Prepared once: each is run for every transaction, by the host.
    private int RunKept(ref sqlite3_stmt? kept, string statement)
    {
        if (kept is null)
        {
            var prepared = raw.sqlite3_prepare_v3(Handle, statement, raw.SQLITE_PREPARE_PERSISTENT, out var made);
            if (prepared != raw.SQLITE_OK)
                return prepared;

            kept = made;
        }

        var result = raw.sqlite3_step(kept);
        _ = raw.sqlite3_reset(kept);
        return result == raw.SQLITE_DONE ? raw.SQLITE_OK : result;
    }

    // SQLite refuses to switch within a transaction.
    private void SwitchTo(Durability durability)
    {
        if (durability == _durability)
            return;

        if (!_file.IsPrivate)
            Execute($"PRAGMA synchronous={_file.Synchronous(durability)}");

        _durability = durability;
    }

    private Exception Broken(int result)
    {
        var fault = Fault(result);
        return SqliteErrors.Explain(fault, _file.Path) as Exception ?? fault;
    }

    private Exception? Explain(SqliteException error, CancellationToken cancel) => error.SqliteErrorCode switch
    {
        raw.SQLITE_INTERRUPT when cancel.IsCancellationRequested => new OperationCanceledException(cancel),
        _ when Guard.Refusal is { } refusal => new PluginHostException(refusal),
        _ => SqliteErrors.Explain(error, _file.Path),
    };

    // What the host prepares a store with is run once, and kept by nobody.
    private SqliteStatement? StatementFor(Sql sql) => _caller is null ? null : _statements!.For(_caller, sql);

    private SqliteCommand CommandFor(Sql sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql.Text;
        for (var i = 0; i < sql.Parameters.Count; i++)
            command.Parameters.AddWithValue("@p" + i, sql.Parameters[i] ?? DBNull.Value);

        return command;
    }
}
