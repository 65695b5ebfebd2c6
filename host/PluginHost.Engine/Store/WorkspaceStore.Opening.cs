using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store;

/// <content>Opening and closing.</content>
internal sealed partial class WorkspaceStore
{
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;

        _isClosed = true;

        // Not in the middle of opening: what it opens would stay open.
        await _opening.WaitAsync();
        _opening.Release();
        await CloseWriterAsync();
        for (var i = 0; i < Readers; i++)
            await _reading.WaitAsync();

        while (_idle.TryTake(out var connection))
            connection.Dispose();

        // Whoever still waits for a place gets it, and is refused.
        _reading.Release(Readers);
    }

    /// <summary>
    /// Closes the connections that nobody is using; the next use opens new ones. For a machine that slept: what was open may be dead, and nobody would
    /// know before it is used.
    /// </summary>
    public async Task DropConnectionsAsync()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();

        if (await _writing.TryEnterAsync(HostName))
        {
            _writer?.Dispose();
            _writer = null;
            _writing.Leave();
        }
    }

    private StoreConnection OpenConnection()
    {
        try
        {
            return StoreConnection.Open(_file);
        }
        catch (Exception error) when (StoreErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
    }

    private async Task OpenAsync(string plugin, CancellationToken cancel)
    {
        RefuseClosed();
        if (_refused.TryGetValue(plugin, out var reason))
            throw new PluginHostException(reason);

        if (_isOpen)
            return;

        await _opening.WaitAsync(cancel);
        try
        {
            if (!_isOpen)
                await Task.Run(() => OpenFirst(cancel), cancel);

            _isOpen = true;
        }
        finally
        {
            _opening.Release();
        }
    }

    private void OpenFirst(CancellationToken cancel)
    {
        StoreConnection? connection = null;
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            Batteries_V2.Init();
            _file.MakeFolder();
            connection = StoreConnection.Open(_file);
            StoreSchema.Prepare(connection, _file.Path, cancel);
            _owners = StoreSchema.OwnersOf(connection);
            (_writer, connection) = (connection, null);
        }
        catch (Exception error) when (StoreErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
        finally
        {
            connection?.Dispose();
            Mark?.Invoke(Marks.OutOfStore);
        }
    }

    private async Task CloseWriterAsync()
    {
        try
        {
            await _writing.EnterAsync(HostName, CancellationToken.None);
        }
        catch (PluginHostException)
        {
            // A transaction that hangs is not waited for: SQLite undoes it, and EndTurn closes the connection.
            return;
        }

        _writer?.Dispose();
        _writer = null;
        _writing.Leave();
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"The workspace's store is closed: the program is ending. ({_file.Path})");
    }
}
