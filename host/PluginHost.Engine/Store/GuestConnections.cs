using System.Data;
using System.Data.Common;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>What one guest has open in the store, and whether it may still open more. Disposing it closes everything.</summary>
internal sealed class GuestConnections(string plugin) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<DbConnection> _connections = [];
    private volatile bool _isClosed;

    public bool IsClosed => _isClosed;

    public CancellationToken Closing => _closing.Token;

    public void Add(DbConnection connection)
    {
        connection.StateChange += (_, change) => Follow(connection, change.CurrentState);
        Follow(connection, connection.State);
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
        DbConnection[] open;
        lock (_connections)
            open = [.. _connections];

        foreach (var connection in open)
            connection.Dispose();
    }

    // A guest may close its connection and open it again.
    private void Follow(DbConnection connection, ConnectionState state)
    {
        lock (_connections)
        {
            _connections.Remove(connection);
            if (state == ConnectionState.Open)
                _connections.Add(connection);
        }

        if (state == ConnectionState.Open && _isClosed)
        {
            Dispose();
            throw Closed();
        }
    }
}
