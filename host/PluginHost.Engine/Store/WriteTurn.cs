namespace PluginHost.Engine.Store;

/// <summary>An open transaction on the connection that writes. Disposed without <see cref="CommitAsync"/>, everything is undone.</summary>
internal sealed class WriteTurn(
    StoreConnection connection, string plugin, Access access, TableOwners owners, Action<StoreConnection, bool> end) : IAsyncDisposable
{
    private bool _isFit = true;

    /// <summary>Told when it is on disk; null where nobody measures.</summary>
    public Action<string>? Mark { get; init; }

    public Task<T> RunAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        Task.Run(() => connection.Run(plugin, access, owners, work, cancel), cancel);

    /// <summary>Runs statements of the host's own within the guest's transaction: they are committed or undone together.</summary>
    public Task<T> RunAsHostAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        Task.Run(() => connection.Run(WorkspaceStore.HostName, Access.Host, owners, work, cancel), cancel);

    /// <summary>Puts it on disk. It is not cancelled any more: half-way, nobody could say whether it happened.</summary>
    public Task CommitAsync() => Task.Run(Commit);

    public async ValueTask DisposeAsync()
    {
        try
        {
            _isFit = await Task.Run(connection.Rollback);
        }
        finally
        {
            end(connection, _isFit);
        }
    }

    private void Commit()
    {
        connection.Commit();
        Mark?.Invoke(Marks.Committed);
    }
}
