using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Torture.Giveaways;

/// <summary>Two hosts of drand in one: what they say follows from the round, and they say nothing of one that has not come.</summary>
internal sealed class DrandServer : IDisposable
{
    private const long Genesis = 1_692_803_367;
    private const int SignatureBytes = 48;

    private readonly HttpListener _listener = new();

    public DrandServer()
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/";
        _listener.Prefixes.Add(address);
        _listener.Start();
        Relays = $"{address}one {address}two";
        _ = ServeAsync();
    }

    /// <summary>Their addresses, as the setting <c>relays</c> takes them.</summary>
    public string Relays { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                var round = long.Parse(asked.Request.Url!.Segments[^1], CultureInfo.InvariantCulture);
                var hasCome = Genesis + ((round - 1) * 3) <= TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
                asked.Response.StatusCode = hasCome ? 200 : 425;
                await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(hasCome ? Answer(round) : ""));
                asked.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // It was closed; or who asked was killed while it answered, and nobody asks any more.
            if (_listener.IsListening)
                _ = ServeAsync();
        }
    }

    private static string Answer(long round)
    {
        var signature = SHA512.HashData(Encoding.UTF8.GetBytes(round.ToString(CultureInfo.InvariantCulture))).AsSpan(0, SignatureBytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"round\":{round},\"randomness\":\"{Convert.ToHexStringLower(SHA256.HashData(signature))}\",\"signature\":\"{Convert.ToHexStringLower(signature)}\"}}");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
