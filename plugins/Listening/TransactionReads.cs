using PluginHost.Sdk;

namespace PluginHost.Listening;

/// <summary>Reads in a transaction.</summary>
internal sealed class TransactionReads(IStoreTransaction transaction) : IReads
{
    public Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row) => transaction.ReadAsync(query, row);
}
