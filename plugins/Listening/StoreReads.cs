using PluginHost.Sdk;

namespace PluginHost.Listening;

/// <summary>Reads without a transaction.</summary>
internal sealed class StoreReads(IStore store, CancellationToken cancel) : IReads
{
    public Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row) => store.ReadAsync(query, row, cancel);
}
