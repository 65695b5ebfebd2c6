using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>The transaction that a plugin's work gets. Its statements go one after the other, also where the work does not await them.</summary>
internal sealed class StoreTransaction(WriteTurn turn, string plugin, CancellationToken cancel) : IStoreTransaction
{
    private readonly SemaphoreSlim _statement = new(1, 1);

    public bool IsOpen { get; private set; } = true;

    public async Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row) =>
        (await RunAsync(connection => connection.Read(query))).Map(row);

    public Task<int> WriteAsync(Sql statement) => RunAsync(connection => connection.Write(statement));

    /// <summary>Waits for the statement that runs and refuses any later one.</summary>
    public async Task EndAsync()
    {
        await _statement.WaitAsync(CancellationToken.None);
        IsOpen = false;
        _statement.Release();
    }

    private async Task<T> RunAsync<T>(Func<StoreConnection, T> work)
    {
        await _statement.WaitAsync(cancel);
        try
        {
            return IsOpen ? await turn.RunAsync(work, cancel) : throw new PluginHostException(
                $"{plugin} uses a transaction that has ended. Await everything in the work that is given to TransactAsync.");
        }
        finally
        {
            _statement.Release();
        }
    }
}
