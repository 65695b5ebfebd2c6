using PluginHost.Sdk;

namespace PluginHost.Listening;

/// <summary>Reads the plugin's tables, in a transaction or without one: a taker reads the queries in the transaction of its work.</summary>
internal interface IReads
{
    Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row);
}
