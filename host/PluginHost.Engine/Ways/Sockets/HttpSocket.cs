using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways.Sockets;

/// <summary>A WebSocket that a plugin has open. Whoever cuts it off says why, and whoever reads is told.</summary>
/// <param name="socket">The socket.</param>
/// <param name="host">The server's name, for messages.</param>
/// <param name="closed">Told once, when it is closed.</param>
internal sealed class HttpSocket(WebSocket socket, string host, Action<HttpSocket> closed) : IHttpSocket
{
    public const int Most = 4 * 1024 * 1024;
    private static readonly TimeSpan GoodBye = TimeSpan.FromSeconds(2);

    private readonly ArrayBufferWriter<byte> _message = new(16 * 1024);
    private string? _why;
    private int _isClosed;

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        _message.ResetWrittenCount();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(_message.GetMemory(4096), cancel);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;

                _message.Advance(part.Count);
                if (_message.WrittenCount > Most)
                    throw Cut($"{host} has sent a message of more than 4 MiB. The rest was not read, and the connection is closed.");

                if (part.EndOfMessage)
                    return _message.WrittenMemory;
            }
        }
        catch (Exception error) when (IsBroken(error, cancel))
        {
            throw Broken(error);
        }
    }

    public async Task SendAsync(string text, CancellationToken cancel)
    {
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        catch (Exception error) when (IsBroken(error, cancel))
        {
            throw Broken(error);
        }
    }

    /// <summary>Cuts it off: whoever reads is told why.</summary>
    public void Abort(string why)
    {
        Interlocked.CompareExchange(ref _why, why, null);
        Close();
    }

    public async ValueTask DisposeAsync()
    {
        // A server that does not say good-bye is not waited for.
        using var late = new CancellationTokenSource(GoodBye, TimeProvider.System);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
        }

        Interlocked.CompareExchange(ref _why, "it was closed here", null);
        Close();
    }

    private static bool IsBroken(Exception error, CancellationToken cancel) =>
        error is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException
        || (error is OperationCanceledException && !cancel.IsCancellationRequested);

    private HttpRequestException Broken(Exception error) =>
        new(HttpRequestError.ResponseEnded, $"The connection to {host} has broken: {_why ?? error.GetBaseException().Message}", error);

    private HttpRequestException Cut(string why)
    {
        Abort(why);
        return new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, why);
    }

    private void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
            return;

        socket.Abort();
        socket.Dispose();
        closed(this);
    }
}
