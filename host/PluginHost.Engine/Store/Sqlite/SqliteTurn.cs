using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>An open transaction on the connection that writes.</summary>
internal sealed class SqliteTurn(
    SqliteStoreConnection connection, SqliteFile file, Caller caller, Durability durability, Action<bool> end) : WriteTurn
{
    private bool _isFit = true;

    /// <summary>Told when it is on disk; null where nobody measures.</summary>
    public Action<string>? Mark { get; init; }

    public override Task<RowSet> ReadAsync(Sql query, CancellationToken cancel) => RunAsync(connection => connection.Read(query), cancel);

    public override Task<int> WriteAsync(Sql statement, CancellationToken cancel) => RunAsync(connection => connection.Write(statement), cancel);

    public override Task<T> RunAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        file.DoAsync(() => connection.Run(caller, work, cancel), cancel);

    public override Task<T> RunAsHostAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        file.DoAsync(() => connection.Run(caller with { Access = Access.Host }, work, cancel), cancel);

    public override Task CommitAsync() => file.DoAsync(Commit, CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (connection.IsInTransaction)
                _isFit = await file.DoAsync(connection.Rollback, CancellationToken.None);
        }
        finally
        {
            end(_isFit);
        }
    }

    private bool Commit()
    {
        connection.Commit();
        Mark?.Invoke(Marks.CommittedAs(durability));
        return true;
    }
}
