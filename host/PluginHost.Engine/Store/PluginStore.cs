using System.Data.Common;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// The store as one plugin sees it. Statements run on the pool; the plugin's own delegates run where it called. Disposing it undoes what is open,
/// closes the connections that it handed out and refuses all later calls.
/// </summary>
internal sealed class PluginStore : IStore, IDisposable
{
    private readonly WorkspaceStore _store;
    private readonly string _plugin;
    private readonly Durability _durability;
    private readonly GuestConnections _connections;

    public PluginStore(WorkspaceStore store, string plugin)
        : this(store, plugin, Durability.Full, new GuestConnections(plugin))
    {
    }

    private PluginStore(WorkspaceStore store, string plugin, Durability durability, GuestConnections connections) =>
        (_store, _plugin, _durability, _connections) = (store, plugin, durability, connections);

    public StoreDialect Dialect => _store.Dialect;

    public IStore Relaxed => _durability == Durability.Relaxed ? this : new PluginStore(_store, _plugin, Durability.Relaxed, _connections);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row, CancellationToken cancel)
    {
        _connections.RefuseClosed();
        RowSet rows;
        using (Unhurried())
            rows = await _store.ReadAsync(_plugin, query, cancel);

        return rows.Map(row);
    }

    public async Task<int> WriteAsync(Sql statement, CancellationToken cancel)
    {
        _connections.RefuseClosed();
        using var unhurried = Unhurried();
        return await _store.WriteAsync(_plugin, _durability, statement, cancel);
    }

    public async Task<IReadOnlyList<T>> WriteAsync<T>(Sql statement, Func<IRow, T> row, CancellationToken cancel)
    {
        _connections.RefuseClosed();
        RowSet rows;
        using (Unhurried())
            rows = await _store.WriteReturningAsync(_plugin, _durability, statement, cancel);

        return rows.Map(row);
    }

    public async Task<T> TransactAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel)
    {
        _connections.RefuseClosed();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _connections.Closing);
        try
        {
            return await RunAsync(work, either.Token);
        }
        catch (OperationCanceledException) when (_connections.IsClosed)
        {
            throw _connections.Closed();
        }
    }

    public async Task RefuseWrongClockAsync(CancellationToken cancel)
    {
        _connections.RefuseClosed();
        using var unhurried = Unhurried();
        await _store.RefuseWrongClockAsync(cancel);
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        _connections.RefuseClosed();
        using var unhurried = Unhurried();
        var connection = await _store.ConnectAsync(_plugin, _durability, cancel);
        _connections.Add(connection);
        return connection;
    }

    public void Dispose() => _connections.Dispose();

    // The store has a patience of its own, and says what it waits for: a call that is given up first would only say that it took long.
    private static IDisposable? Unhurried() => FenceEntry.Current?.Pause();

    private async Task<WriteTurn> BeginAsync(CancellationToken cancel)
    {
        using var unhurried = Unhurried();
        return await _store.BeginAsync(_plugin, Access.Write, _durability, cancel);
    }

    private async Task<T> RunAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel)
    {
        await using var turn = await BeginAsync(cancel);
        var transaction = new StoreTransaction(turn, _plugin, cancel);
        _store.MarkInside(transaction);
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
        using var unhurried = Unhurried();
        await turn.CommitAsync();
        return result;
    }
}
