using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>The transaction that a plugin's work gets. Its statements go one after the other, also where the work does not await them.</summary>
internal sealed class StoreTransaction(WriteTurn turn, string plugin, CancellationToken cancel) : IStoreTransaction
{
    private readonly SemaphoreSlim _statement = new(1, 1);

    public bool IsOpen { get; private set; } = true;

    public async Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row) =>
        (await RunAsync(() => turn.ReadAsync(query, cancel))).Map(row);

    public Task<int> WriteAsync(Sql statement) => RunAsync(() => turn.WriteAsync(statement, cancel));

    /// <summary>Reads and writes the host's own tables: what the guest wrote and this are committed or undone together.</summary>
    public Task<T> RunAsHostAsync<T>(Func<StoreConnection, T> work) => RunAsync(() => turn.RunAsHostAsync(work, cancel));

    /// <summary>Waits for the statement that runs and refuses any later one.</summary>
    public async Task EndAsync()
    {
        await _statement.WaitAsync(CancellationToken.None);
        IsOpen = false;
        _statement.Release();
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        await _statement.WaitAsync(cancel);
        try
        {
            return IsOpen ? await work() : throw new PluginHostException(
                $"{plugin} uses a transaction that has ended. Await everything in the work that is given to TransactAsync.");
        }
        finally
        {
            _statement.Release();
        }
    }
}
