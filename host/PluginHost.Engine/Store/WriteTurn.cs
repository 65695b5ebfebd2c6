using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>An open transaction. Disposed without <see cref="CommitAsync"/>, everything is undone.</summary>
internal abstract class WriteTurn : IAsyncDisposable
{
    public abstract Task<RowSet> ReadAsync(Sql query, CancellationToken cancel);

    public abstract Task<int> WriteAsync(Sql statement, CancellationToken cancel);

    /// <summary>Runs work for the one whose transaction it is.</summary>
    public abstract Task<T> RunAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel);

    /// <summary>Runs work of the host's own within a guest's transaction: they are committed or undone together.</summary>
    public abstract Task<T> RunAsHostAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel);

    /// <summary>Commits. It is not cancelled any more: half-way, nobody could say whether it happened.</summary>
    public abstract Task CommitAsync();

    public abstract ValueTask DisposeAsync();
}
