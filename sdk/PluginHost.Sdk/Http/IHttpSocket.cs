namespace PluginHost.Sdk;

/// <summary>A WebSocket, open (RFC 6455). One read and one write may be under way at a time. Disposing it closes it.</summary>
public interface IHttpSocket : IAsyncDisposable
{
    /// <summary>Reads the next message, whole. Pings are answered by the host.</summary>
    /// <param name="cancel">Gives up reading, and with it the socket.</param>
    /// <returns>The message's bytes, UTF-8 where it is text, valid until the next read; <see langword="null"/> where the other side has closed it in order.</returns>
    /// <exception cref="HttpRequestException">The connection broke, was silent for too long, or the message was longer than 4 MiB.</exception>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel);

    /// <summary>Sends a message of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Gives up sending, and with it the socket.</param>
    /// <returns>A task that ends when it has left.</returns>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    Task SendAsync(string text, CancellationToken cancel);
}
