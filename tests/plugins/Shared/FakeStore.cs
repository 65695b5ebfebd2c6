using System.Data.Common;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>The store as one process sees it, on a real SQLite: the plugins' statements are really run.</summary>
internal sealed class FakeStore(FakeDatabase database) : IStore, IStoreTransaction
{
    private readonly FakeStore? _full;
    private FakeStore? _relaxed;
    private SqliteTransaction? _open;
    private int _life = int.MaxValue;

    private FakeStore(FakeDatabase database, FakeStore full)
        : this(database) => _full = full;

    /// <summary>How many statements and transactions the process may still begin. It dies at 0: from then on, nothing reaches the database.</summary>
    public int Life
    {
        get => _full?.Life ?? _life;
        set => (_full is null ? ref _life : ref _full._life) = value;
    }

    /// <summary>How many transactions have written so far: each is a wait for the disk.</summary>
    public int Commits { get; private set; }

    /// <summary>How many transactions have written without waiting for the disk.</summary>
    public int RelaxedCommits => _relaxed?.Commits ?? 0;

    /// <summary>How many statements were run so far.</summary>
    public int Statements { get; private set; }

    /// <summary>How many rows were read so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Called with each statement that was run, once it is committed.</summary>
    public Action<string>? OnRun
    {
        get => _full is null ? field : _full.OnRun;
        set;
    }

    /// <summary>Done before each statement and transaction: what another process does at that moment.</summary>
    public Func<Task>? OnEnter
    {
        get => _full is null ? field : _full.OnEnter;
        set;
    }

    public Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row, CancellationToken cancel) => AloneAsync(() => Read(query, row), cancel);

    public async Task<int> WriteAsync(Sql statement, CancellationToken cancel)
    {
        var count = await AloneAsync(
            () =>
            {
                Commits++;
                return Write(statement);
            },
            cancel);
        OnRun?.Invoke(statement.Text);
        return count;
    }

    public StoreDialect Dialect => StoreDialect.Sqlite;

    public IStore Relaxed => _relaxed ??= new FakeStore(database, this);

    public Task<IReadOnlyList<T>> WriteAsync<T>(Sql statement, Func<IRow, T> row, CancellationToken cancel) => AloneAsync(
        () =>
        {
            Commits++;
            return Read(statement, row);
        },
        cancel);

    public async Task<T> TransactAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel)
    {
        await EnterAsync(cancel);
        try
        {
            using var transaction = _open = database.Connection.BeginTransaction();
            var result = await work(this);
            await transaction.CommitAsync(CancellationToken.None);
            Commits++;
            return result;
        }
        finally
        {
            _open = null;
            database.Gate.Release();
        }
    }

    /// <summary>What is said of the machine's clock; null: it is right.</summary>
    public string? WrongClock
    {
        get => _full is null ? field : _full.WrongClock;
        set;
    }

    public Task RefuseWrongClockAsync(CancellationToken cancel) =>
        WrongClock is { } wrong ? Task.FromException(new PluginHostException(wrong)) : Task.CompletedTask;

    public Task<DbConnection> OpenAsync(CancellationToken cancel) => throw new NotSupportedException("No plugin here needs a connection of its own.");

    Task<IReadOnlyList<T>> IStoreTransaction.ReadAsync<T>(Sql query, Func<IRow, T> row) => Task.FromResult(Read(query, row));

    Task<int> IStoreTransaction.WriteAsync(Sql statement) => Task.FromResult(Write(statement));

    private async Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await EnterAsync(cancel);
        try
        {
            return work();
        }
        finally
        {
            database.Gate.Release();
        }
    }

    private async Task EnterAsync(CancellationToken cancel)
    {
        await Task.Yield();
        if (Life-- <= 0)
            throw new DeadProcessException();

        if (OnEnter is { } meanwhile)
            await meanwhile();

        await database.Gate.WaitAsync(cancel);
    }

    private IReadOnlyList<T> Read<T>(Sql query, Func<IRow, T> row)
    {
        using var command = Command(query);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        var current = new FakeRow(reader);
        while (reader.Read())
            rows.Add(row(current));

        Rows += rows.Count;
        return rows;
    }

    private int Write(Sql statement)
    {
        using var command = Command(statement);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(Sql sql)
    {
        Statements++;
        var command = database.Connection.CreateCommand();
        command.Transaction = _open;
        command.CommandText = sql.Text;
        for (var place = 0; place < sql.Parameters.Count; place++)
            command.Parameters.AddWithValue($"@p{place}", sql.Parameters[place] ?? DBNull.Value);

        return command;
    }
}
