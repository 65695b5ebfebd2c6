namespace PluginHost.Sdk;

/// <summary>An open transaction.</summary>
public interface IStoreTransaction
{
    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="query">The query; holes become parameters.</param>
    /// <param name="row">Makes a value of a row.</param>
    /// <returns>The values, in the query's order.</returns>
    Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row);

    /// <summary>Writes.</summary>
    /// <param name="statement">The statement; holes become parameters.</param>
    /// <returns>How many rows were written.</returns>
    Task<int> WriteAsync(Sql statement);
}
