namespace PluginHost.Sdk.Testing;

/// <summary>The plugin's end of a <see cref="TestSocket"/>.</summary>
internal sealed class PlayedSocket(TestSocket server) : IHttpSocket
{
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        try
        {
            return await server.ReadAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // As with a real one: who gives up reading gives up the socket.
            server.End();
            throw;
        }
    }

    public Task SendAsync(string text, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (server.IsClosed)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The socket is closed.");

        server.Hear(text);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        server.End();
        return ValueTask.CompletedTask;
    }
}
