using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>Servers of the stream, as the test plays them: each address that is opened takes the next thing that was prepared.</summary>
internal sealed class StreamHttp : IHttp
{
    private readonly Queue<Func<FakeSocket>> _prepared = [];

    /// <summary>The addresses that were opened, in order.</summary>
    public List<string> Opened { get; } = [];

    public List<FakeSocket> Sockets { get; } = [];

    public FakeSocket Socket => Sockets[^1];

    /// <summary>The next one opens, and says something.</summary>
    public void Says(params string[] messages) => _prepared.Enqueue(() =>
    {
        var socket = new FakeSocket();
        foreach (var message in messages)
            socket.Say(message);

        return socket;
    });

    /// <summary>The next one refuses.</summary>
    public void Refuses(System.Net.HttpStatusCode? status, string why) => _prepared.Enqueue(() => throw new HttpRequestException(why, null, status));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Opened.Add(request.RequestUri!.ToString());
        if (!_prepared.TryDequeue(out var open))
            throw new InvalidOperationException($"Nobody has prepared {request.RequestUri}.");

        try
        {
            Sockets.Add(open());
            return Task.FromResult<IHttpSocket>(Socket);
        }
        catch (HttpRequestException refused)
        {
            return Task.FromException<IHttpSocket>(refused);
        }
    }
}
