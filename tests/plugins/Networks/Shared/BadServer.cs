using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PluginHost.Testing;

/// <summary>
/// A server on loopback that has bad days. What it does is prepared for the beginning of a request's line, <c>POST /xrpc/com.atproto.repo.putRecord</c>, a <see cref="BadDay"/> for each request; the last
/// one holds for all that follow. What nobody has prepared is answered 404. A network is led there by its profile's <c>server:</c>, and the host in memory lets it through:
/// <code>
/// await using var server = new BadServer();
/// await using var host = await TestHost.StartAsync&lt;BlueskyPlugin&gt;(new() { Profiles = [profile with { Server = server.Address }] });
/// host.Http.LetThrough(server.Address);
/// server.On("POST /xrpc/com.atproto.repo.putRecord", BadDay.CutAfterRequest, BadDay.Json("""{"uri":"at://…"}"""));
/// </code>
/// Repeats and patience are the host's, by the clock of the test: where a call waits, begin it without awaiting it, and move the clock with <c>host.AdvanceAsync</c>.
/// </summary>
internal sealed class BadServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;
    private readonly List<(string Line, Queue<BadDay> Days)> _prepared = [];
    private readonly List<HeardRequest> _heard = [];
    private readonly Task _serving;
    private int _connections;

    public BadServer()
        : this(null)
    {
    }

    /// <param name="certificate">What it shows, and speaks TLS with: <see cref="SelfMade.Certificate"/>; null: it speaks plainly.</param>
    public BadServer(X509Certificate2? certificate)
    {
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    /// <summary>The base address, without a slash at its end.</summary>
    public string Address => _certificate is null ? $"http://127.0.0.1:{Port}" : $"https://localhost:{Port}";

    /// <summary>What was asked, in order, also where nobody was answered.</summary>
    public IReadOnlyList<HeardRequest> Heard
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Prepares what becomes of requests, one after the other; the last holds for all that follow. What was prepared last goes first.</summary>
    public void On(string line, params BadDay[] days)
    {
        lock (_gate)
            _prepared.Insert(0, (line, new Queue<BadDay>(days)));
    }

    public async ValueTask DisposeAsync()
    {
        // A test may have it gone before its end.
        if (_serving.IsCompleted)
            return;

        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
        _certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                while (await HeardRequest.ReadAsync(stream, _end.Token) is { } request)
                {
                    if (!await DayFor(request).Do(request, stream, _end.Token))
                        return;
                }
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The test is over, or the client went away.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();

        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
        return stream;
    }

    private BadDay DayFor(HeardRequest request)
    {
        lock (_gate)
        {
            _heard.Add(request);
            var days = _prepared.FirstOrDefault(prepared => request.ToString().StartsWith(prepared.Line, StringComparison.Ordinal)).Days;
            return days is null ? BadDay.Answer(404, """{"error":"NotPrepared"}""") : days.Count > 1 ? days.Dequeue() : days.Peek();
        }
    }
}
