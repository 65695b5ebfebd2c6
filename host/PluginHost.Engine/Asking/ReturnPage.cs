using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Asking;

/// <summary>
/// The page on 127.0.0.1 that a browser is led back to (RFC 8252, 7.3): on a free port, under a path that nobody can guess. It takes one request of that path and refuses all else, also those that
/// a page of a stranger sends here under a name of its own, which it lets point to this machine.
/// </summary>
internal sealed class ReturnPage : IDisposable
{
    private const int LongestRequest = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TimeProvider _clock;
    private readonly string _host;

    private ReturnPage(TimeProvider clock)
    {
        _clock = clock;
        _listener.Start();
        _host = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        Address = new Uri($"http://{_host}/back/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    public static ReturnPage Open(TimeProvider clock) => new(clock);

    /// <summary>Waits for the browser.</summary>
    /// <returns>The address that it came to, with its query.</returns>
    public async Task<Uri> WaitAsync(CancellationToken cancel)
    {
        var came = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var accepting = AcceptAsync(came, end.Token);
        try
        {
            return await came.Task.WaitAsync(cancel);
        }
        finally
        {
            await end.CancelAsync();
            await accepting;
        }
    }

    public void Dispose() => _listener.Dispose();

    // Browsers open connections that they do not use: none keeps the others waiting.
    private async Task AcceptAsync(TaskCompletionSource<Uri> came, CancellationToken cancel)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(cancel);
                open.RemoveAll(task => task.IsCompleted);
                open.Add(ServeAsync(client, came, cancel));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client, TaskCompletionSource<Uri> came, CancellationToken cancel)
    {
        using var opened = client;
        using var limit = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var stream = client.GetStream();
            if (Judge(await ReadAsync(stream, either.Token)) is not { } address)
            {
                await AnswerAsync(stream, "404 Not Found", "There is nothing here.", either.Token);
                return;
            }

            // What we wait for is here, and comes once. The answer is a courtesy: it is given although nobody waits any more, and a browser that does not take it changes nothing.
            came.TrySetResult(address);
            await AnswerAsync(stream, "200 OK", "You can close this page and go back to PluginHost.", limit.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException)
        {
            // Whoever hangs up before was not the browser that we wait for, or comes again.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancel)
    {
        var bytes = new byte[LongestRequest];
        var length = 0;
        while (length < bytes.Length)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), cancel);
            if (read == 0)
                return "";

            length += read;
            if (bytes.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                return Encoding.Latin1.GetString(bytes, 0, end);
        }

        return "";
    }

    private Uri? Judge(string request)
    {
        var lines = request.Split("\r\n");
        var hosts = lines.Where(line => line.StartsWith("host:", StringComparison.OrdinalIgnoreCase)).Select(line => line["host:".Length..].Trim()).ToList();
        if (hosts is not [var host] || host != _host || lines[0].Split(' ') is not ["GET", var target, _])
            return null;

        return target.Split('?')[0] == Address.AbsolutePath && Uri.TryCreate($"http://{_host}{target}", UriKind.Absolute, out var address) ? address : null;
    }

    private static async Task AnswerAsync(NetworkStream stream, string status, string text, CancellationToken cancel)
    {
        var page = Encoding.UTF8.GetBytes($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>PluginHost</title><p>{text}</p></html>\n");
        var head = $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
            + "Content-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancel);
        await stream.WriteAsync(page, cancel);
    }
}
