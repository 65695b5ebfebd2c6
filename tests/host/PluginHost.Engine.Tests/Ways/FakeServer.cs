using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>A server on this machine that talks in lines, for one connection after the other.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public FakeServer(Func<StreamReader, StreamWriter, Task> talk)
    {
        _listener.Start();
        _serving = ServeAsync(talk);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync(Func<StreamReader, StreamWriter, Task> talk)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await talk(reader, writer).WaitAsync(_end.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException or SocketException or IOException)
        {
            // The test is over, or the client went away.
        }
    }
}
