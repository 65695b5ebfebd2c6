using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>What one guest has open in the store, and whether it may still open more. Disposing it closes everything.</summary>
internal sealed class GuestConnections(string plugin) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<PluginConnection> _connections = [];
    private volatile bool _isClosed;

    public bool IsClosed => _isClosed;

    public CancellationToken Closing => _closing.Token;

    public void Add(PluginConnection connection)
    {
        connection.Disposed += (_, _) => Forget(connection);
        lock (_connections)
            _connections.Add(connection);

        if (!_isClosed)
            return;

        Dispose();
        throw Closed();
    }

    public void RefuseClosed()
    {
        if (_isClosed)
            throw Closed();
    }

    public PluginHostException Closed() => new($"{plugin} uses its store after it was unloaded. Nothing was written.");

    public void Dispose()
    {
        _isClosed = true;
        _closing.Cancel();
        PluginConnection[] open;
        lock (_connections)
            open = [.. _connections];

        foreach (var connection in open)
            connection.Dispose();
    }

    private void Forget(PluginConnection connection)
    {
        lock (_connections)
            _connections.Remove(connection);
    }
}
