using System.Data.Common;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// The store as one plugin sees it. Statements run on the pool; the plugin's own delegates run where it called. Disposing it undoes what is open,
/// closes the connections that it handed out and refuses all later calls.
/// </summary>
internal sealed class PluginStore(WorkspaceStore store, string plugin) : IStore, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<PluginConnection> _connections = [];
    private volatile bool _isClosed;

    public async Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row, CancellationToken cancel)
    {
        RefuseClosed();
        var rows = await store.ReadAsync(plugin, Access.Read, connection => connection.Read(query), cancel);
        return rows.Map(row);
    }

    public async Task<int> WriteAsync(Sql statement, CancellationToken cancel)
    {
        RefuseClosed();
        return await store.WriteAsync(plugin, Access.Write, connection => connection.Write(statement), cancel);
    }

    public StoreDialect Dialect => StoreDialect.Sqlite;

    public IStore Relaxed => this;

    public async Task<IReadOnlyList<T>> WriteAsync<T>(Sql statement, Func<IRow, T> row, CancellationToken cancel)
    {
        RefuseClosed();
        var rows = await store.WriteAsync(plugin, Access.Write, connection => connection.Read(statement), cancel);
        return rows.Map(row);
    }

    public async Task<T> TransactAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel)
    {
        RefuseClosed();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _closing.Token);
        try
        {
            return await RunAsync(work, either.Token);
        }
        catch (OperationCanceledException) when (_isClosed)
        {
            throw Closed();
        }
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        RefuseClosed();
        var connection = await store.ConnectAsync(plugin, cancel);
        connection.Disposed += (_, _) => Forget(connection);
        lock (_connections)
            _connections.Add(connection);

        if (_isClosed)
            Dispose();

        return _isClosed ? throw Closed() : connection;
    }

    public void Dispose()
    {
        _isClosed = true;
        _closing.Cancel();
        PluginConnection[] open;
        lock (_connections)
            open = [.. _connections];

        foreach (var connection in open)
            connection.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel)
    {
        await using var turn = await store.BeginAsync(plugin, Access.Write, cancel);
        var transaction = new StoreTransaction(turn, plugin, cancel);
        store.MarkInside(transaction);
        T result;
        try
        {
            // Work that does not heed its token must not keep the others from writing.
            result = await work(transaction).WaitAsync(cancel);
        }
        finally
        {
            await transaction.EndAsync();
        }

        cancel.ThrowIfCancellationRequested();
        await turn.CommitAsync();
        return result;
    }

    private void Forget(PluginConnection connection)
    {
        lock (_connections)
            _connections.Remove(connection);
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw Closed();
    }

    private PluginHostException Closed() => new($"{plugin} uses its store after it was unloaded. Nothing was written.");
}
