using System.Data.Common;

namespace PluginHost.Torture.Stores;

/// <summary>Which database a workspace is on, and a look into it that goes past the programs under test.</summary>
internal abstract class TortureStore : IDisposable
{
    /// <summary>What <c>plugins.yaml</c> says of it.</summary>
    public abstract IReadOnlyList<string> Lines { get; }

    /// <summary>Opens a connection that only reads.</summary>
    public abstract Task<DbConnection> OpenAsync();

    public virtual void Dispose()
    {
    }

    /// <summary>Reads rows.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> row)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));

        return rows;
    }
}
