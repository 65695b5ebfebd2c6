using PluginHost.Engine.Ways.Accounts;
using PluginHost.Engine.Ways.Sockets;

namespace PluginHost.Sdk.Testing;

/// <summary>Stands where connections would be made, and hands every request to the test, or to the server that the test has named.</summary>
internal sealed class TestNetwork(TestHttp http) : HttpMessageHandler
{
    private readonly AccountConnections _connections = new();
    private readonly SocketWay _sockets = new(TimeProvider.System);

    /// <summary>A request as the test reads it.</summary>
    public static TestRequest RequestOf(HttpRequestMessage request, string body)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        return new TestRequest
        {
            Method = request.Method.Method,
            Address = request.RequestUri!.ToString(),
            Headers = headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            Body = body,
        };
    }

    /// <summary>Opens a socket.</summary>
    public Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel) =>
        http.LetsThrough(RequestOf(request, "")) ? _sockets.ConnectAsync(request, cancel) : http.ConnectAsync(request, cancel);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connections.Dispose();
            _sockets.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var heard = RequestOf(request, body);
        if (http.LetsThrough(heard))
            return await _connections.BeginAsync(request, cancellationToken);

        var answer = await http.AnswerAsync(heard, cancellationToken);
        answer.RequestMessage ??= request;
        return answer;
    }
}
