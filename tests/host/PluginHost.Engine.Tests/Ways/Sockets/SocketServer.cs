using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Tests.Ways.Sockets;

/// <summary>A server of WebSockets on loopback, which talks with each client as the test says.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SocketServer(Func<WebSocket, CancellationToken, Task> talk)
    {
        _listener.Start();
        _serving = Task.Run(() => ServeAsync(talk));
    }

    public string Address => $"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/subscribe";

    /// <summary>The heads of the requests, in order.</summary>
    public List<HeardRequest> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync(Func<WebSocket, CancellationToken, Task> talk)
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = client.GetStream();
                var request = (await HeardRequest.ReadAsync(stream, _end.Token))!;
                Heard.Add(request);
                var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(request.Headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), _end.Token);
                using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
                await talk(socket, _end.Token);
            }
            catch (Exception error) when (error is WebSocketException or IOException && !_end.IsCancellationRequested)
            {
                // The client went away.
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException or WebSocketException or IOException)
            {
                return;
            }
        }
    }
}
