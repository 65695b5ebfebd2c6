using System.Net.WebSockets;
using PluginHost.Engine.Ways.Accounts;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways.Sockets;

/// <summary>Opens the WebSockets of one plugin, and cuts off what is open when the plugin leaves, the machine slept, or the program ends.</summary>
internal sealed class SocketWay : IDisposable
{
    // Together a minute without a sign of life, as the contract has it.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly HashSet<HttpSocket> _open = [];
    private readonly TimeProvider _clock;
    private bool _isEnded;

    public SocketWay(TimeProvider clock) => _clock = clock;

    /// <exception cref="HttpRequestException">The server cannot be reached, or answered with no WebSocket.</exception>
    public async Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var address = request.RequestUri!;
        if (address.Scheme is not ("ws" or "wss"))
            throw new WrongUseException($"{address} is no address of a WebSocket. It begins with ws:// or wss://.");

        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = PingEvery;
        socket.Options.KeepAliveTimeout = Patience;
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, values) in request.Headers.NonValidated)
            socket.Options.SetRequestHeader(name, values.ToString());

        using var late = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);

        // One connection each: a socket keeps it to itself, and its handler ends with it.
        var invoker = new HttpMessageInvoker(AccountConnections.MakeHandler());
        try
        {
            await socket.ConnectAsync(address, invoker, either.Token);
            return Keep(socket, invoker, address);
        }
        catch (Exception error)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            invoker.Dispose();
            if (error is OperationCanceledException && cancel.IsCancellationRequested)
                throw new OperationCanceledException(cancel);

            if (error is OperationCanceledException && late.IsCancellationRequested)
                throw new HttpRequestException($"{address.Authority} did not answer within {Patience.TotalSeconds:0} seconds.", error);

            if (error is not WebSocketException)
                throw;

            throw Refused(address, status, error);
        }
    }

    /// <summary>Cuts off what is open; more may be opened.</summary>
    public void Abort(string why)
    {
        HttpSocket[] open;
        lock (_gate)
            open = [.. _open];

        foreach (var socket in open)
            socket.Abort(why);
    }

    public void Dispose()
    {
        lock (_gate)
            _isEnded = true;

        Abort("its plugin was unloaded, or the program ends.");
    }

    private HttpSocket Keep(ClientWebSocket socket, HttpMessageInvoker invoker, Uri address)
    {
        var kept = new HttpSocket(socket, address.Authority, Forget);
        bool isTooLate;
        lock (_gate)
        {
            isTooLate = _isEnded;
            _open.Add(kept);
        }

        if (isTooLate)
            kept.Abort("its plugin was unloaded, or the program ends.");

        return kept;

        void Forget(HttpSocket closed)
        {
            invoker.Dispose();
            lock (_gate)
                _open.Remove(closed);
        }
    }

    private static HttpRequestException Refused(Uri address, System.Net.HttpStatusCode status, Exception error)
    {
        if (status != 0)
        {
            return new HttpRequestException(
                HttpRequestError.InvalidResponse, $"{address.Authority} opened no WebSocket: it answered {(int)status} to {address.AbsolutePath}.", error, status);
        }

        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException http)
                return AccountConnections.Tell(address, http);
        }

        return new HttpRequestException(HttpRequestError.ConnectionError, $"{address.Authority} cannot be reached: {error.GetBaseException().Message}", error);
    }
}
