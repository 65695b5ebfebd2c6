using System.Diagnostics;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// The connection that writes, and who has it. A transaction that is one piece of work runs from its beginning to its commit without leaving its
/// thread, and the next that waits follows there; one with awaits in between has the connection to itself until it ends.
/// </summary>
internal sealed class SqliteWriter(SqliteFile file, Database database) : IThreadPoolWorkItem, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly WriteLock _lock = new(file.Patience);
    private readonly Queue<WriteJob> _waiting = new();
    private ITimer? _impatience;
    private SqliteStoreConnection? _connection;
    private bool _isAtWork;
    private bool _isShared;
    private volatile bool _isClosed;

    /// <summary>Takes over a connection that is open already.</summary>
    public void Take(SqliteStoreConnection connection) => _connection = connection;

    /// <summary>Runs work on the pool, in a transaction of its own, after what came before.</summary>
    public Task<T> RunAsync<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        if (file.IsPrivate)
            return RunHereAsync(caller, durability, work, cancel);

        var job = new WorkJob<T>(caller, durability, work, cancel) { Since = Stopwatch.GetTimestamp(), Turn = _lock.Turn };
        lock (_gate)
        {
            _waiting.Enqueue(job);
            if (_isAtWork)
                return job.Done;

            _isAtWork = true;
        }

        // Unsafe: the queue belongs to nobody's flow.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return job.Done;
    }

    /// <summary>Reads on the connection that writes, where there is no other.</summary>
    /// <returns>The reading; null where there are others for it.</returns>
    /// <remarks>Where a transaction is open, what it has written is seen. That is somebody who awaits something else than the store within it, and nearly always the reader's own.</remarks>
    public Task<T>? TryRead<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel) =>
        file.IsPrivate && !_isShared ? file.DoAsync(() => Connect().Run(caller, work, cancel), cancel) : null;

    /// <summary>Lets others open the file: a plugin asks for a connection of its own.</summary>
    public async Task ShareAsync(Caller caller, CancellationToken cancel)
    {
        if (_isShared)
            return;

        if (_connection is { IsInTransaction: true })
            throw new WrongUseException($"{caller.Plugin} opens a connection while a transaction is open, which a rehearsal cannot give. Open it before the transaction.");

        await _lock.EnterAsync(caller.Plugin, cancel);
        try
        {
            Connect().Share();
            _isShared = true;
        }
        finally
        {
            _lock.Leave();
        }
    }

    /// <summary>Begins a transaction that has the connection until it ends.</summary>
    public async Task<WriteTurn> BeginAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        await _lock.EnterAsync(caller.Plugin, cancel);
        try
        {
            database.Mark?.Invoke(Marks.IntoStore);
            await file.DoAsync(
                () =>
                {
                    Connect().BeginImmediate(durability, cancel);
                    return true;
                },
                cancel);
            return new SqliteTurn(_connection!, file, caller, durability, EndTurn) { Mark = database.Mark };
        }
        catch
        {
            database.Mark?.Invoke(Marks.OutOfStore);
            _lock.Leave();
            throw;
        }
    }

    private async Task<T> RunHereAsync<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await _lock.EnterAsync(caller.Plugin, cancel);
        try
        {
            database.Mark?.Invoke(Marks.IntoStore);
            var result = Connect().Transact(caller, durability, work, cancel);
            database.Mark?.Invoke(Marks.CommittedAs(durability));
            return result;
        }
        finally
        {
            if (_isClosed || _connection?.Rollback() == false)
                Close();

            database.Mark?.Invoke(Marks.OutOfStore);
            _lock.Leave();
        }
    }

    /// <summary>Closes the connection, unless somebody is writing.</summary>
    public async Task DropAsync()
    {
        if (!await _lock.TryEnterAsync(WorkspaceStore.HostName))
            return;

        Close();
        _lock.Leave();
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        try
        {
            await _lock.EnterAsync(WorkspaceStore.HostName, CancellationToken.None);
            Close();
            _lock.Leave();
        }
        catch (PluginHostException)
        {
            // A transaction that hangs is not waited for: SQLite undoes it, and EndTurn closes the connection.
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = WorkAsync();

    private async Task WorkAsync()
    {
        while (Goes())
        {
            await _lock.EnterAsync();

            // A transaction that waits to begin is let in between: the rest goes behind it.
            while (TakeNext() is { } job)
            {
                Run(job);
                if (_lock.IsWanted)
                    break;
            }

            _lock.Leave();
        }
    }

    // Whatever is thrown is the caller's, who waits for it: the next one goes on.
    private void Run(WriteJob job)
    {
        _lock.Pass(job.Caller.Plugin);
        Exception? broken = null;
        try
        {
            database.Mark?.Invoke(Marks.IntoStore);
            job.Run(Connect());
            database.Mark?.Invoke(Marks.CommittedAs(job.Durability));
        }
        catch (Exception error)
        {
            broken = error;
        }

        if (_isClosed || _connection?.Rollback() == false)
            Close();

        database.Mark?.Invoke(Marks.OutOfStore);
        job.End(broken);
    }

    private bool Goes()
    {
        lock (_gate)
        {
            _isAtWork = _waiting.Count > 0;

            // One for all that wait, made once in a long while: a timer for each would cost more than the waiting. Made here, it keeps nobody's flow.
            if (_isAtWork)
                _impatience ??= TimeProvider.System.CreateTimer(static writer => ((SqliteWriter)writer!).Look(), this, file.Patience, Timeout.InfiniteTimeSpan);

            return _isAtWork;
        }
    }

    private WriteJob? TakeNext()
    {
        lock (_gate)
        {
            while (_waiting.TryDequeue(out var job))
            {
                if (job.TryBegin())
                    return job;
            }

            return null;
        }
    }

    private SqliteStoreConnection Connect() =>
        _isClosed ? throw SqliteErrors.Closed(file.Path) : _connection ??= Open();

    private SqliteStoreConnection Open()
    {
        var connection = SqliteStoreConnection.OpenExplained(file);
        if (file.IsPrivate && !_isShared)
            connection.KeepToItself();

        return connection;
    }

    private void EndTurn(bool isFit)
    {
        database.Mark?.Invoke(Marks.OutOfStore);
        if (!isFit || _isClosed)
            Close();

        _lock.Leave();
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    // Refuses those whose patience has ended, and looks again when the next one's may.
    private void Look()
    {
        var refused = new List<WriteJob>();
        lock (_gate)
        {
            var next = file.Patience;
            foreach (var job in _waiting)
            {
                if (job.Turn != _lock.Turn)
                    (job.Since, job.Turn) = (Stopwatch.GetTimestamp(), _lock.Turn);

                var rest = file.Patience - Stopwatch.GetElapsedTime(job.Since);
                if (rest > TimeSpan.Zero)
                    next = rest < next ? rest : next;
                else if (job.TryDrop())
                    refused.Add(job);
            }

            if (_isAtWork)
            {
                _impatience!.Change(next, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _impatience!.Dispose();
                _impatience = null;
            }
        }

        foreach (var job in refused)
            job.End(_lock.Kept(job.Caller.Plugin));
    }
}
