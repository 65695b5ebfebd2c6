using System.Net;

namespace PluginHost.Sdk.Testing;

public sealed partial class TestHttp
{
    private readonly List<(string Address, Func<TestRequest, TestSocket> Open)> _servers = [];
    private readonly List<TestSocket> _sockets = [];

    /// <summary>The WebSockets that the plugin has opened, in order.</summary>
    public IReadOnlyList<TestSocket> Sockets
    {
        get
        {
            lock (_gate)
                return [.. _sockets];
        }
    }

    /// <summary>Plays a server of WebSockets. What was prepared last goes first; an address that nobody has prepared fails the test.</summary>
    /// <param name="address">How the address begins: <c>wss://example.org/</c>.</param>
    /// <param name="play">Begins to play, when a socket was opened; the test may go on later, by <see cref="Sockets"/>.</param>
    public void OnSocket(string address, Action<TestSocket> play) => OnSocket(address, play, null);

    /// <summary>Plays a server of WebSockets that answers.</summary>
    /// <param name="address">How the address begins.</param>
    /// <param name="play">Begins to play, when a socket was opened.</param>
    /// <param name="answer">Told of each message that the plugin sends; <see langword="null"/>: they are only noted.</param>
    public void OnSocket(string address, Action<TestSocket> play, Action<TestSocket, string>? answer) => Prepare(address, request =>
    {
        var socket = new TestSocket(request, answer);
        lock (_gate)
            _sockets.Add(socket);

        play(socket);
        return socket;
    });

    /// <summary>Refuses to open a WebSocket, as a server does that answers with a status.</summary>
    /// <param name="address">How the address begins.</param>
    /// <param name="status">The status.</param>
    public void RefuseSocket(string address, HttpStatusCode status) => Prepare(address, request => throw new HttpRequestException(
        HttpRequestError.InvalidResponse, $"{new Uri(request.Address).Authority} opened no WebSocket: it answered {(int)status}.", null, status));

    /// <summary>Opens a socket for the plugin.</summary>
    internal Task<IHttpSocket> ConnectAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var request = TestNetwork.RequestOf(message, "");
        Func<TestRequest, TestSocket>? open;
        lock (_gate)
        {
            _requests.Add(request);
            open = _servers.FirstOrDefault(server => request.Address.StartsWith(server.Address, StringComparison.Ordinal)).Open;
        }

        return open is null
            ? throw _unprepared.Note($"Nobody has prepared a WebSocket at {request.Address}. Before it: host.Http.OnSocket(\"{request.Address}\", …);")
            : Task.FromResult<IHttpSocket>(new PlayedSocket(open(request)));
    }

    private void Prepare(string address, Func<TestRequest, TestSocket> open)
    {
        lock (_gate)
            _servers.Insert(0, (address, open));
    }
}
