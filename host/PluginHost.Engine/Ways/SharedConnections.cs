using System.Net;

namespace PluginHost.Engine.Ways;

/// <summary>The connections of those who ask without an account. Where an answer may be no longer than so much, a stranger is asked.</summary>
/// <param name="isInside">Whether an address lies within this machine or its network.</param>
internal sealed class SharedConnections(Func<IPAddress, bool> isInside) : IConnections
{
    private readonly Lock _gate = new();

    // The way out keeps the time itself, on the host's clock.
    private readonly HttpClient _client = new(MakeHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private StrangerClient? _strangers;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel) => most is { } limit
        ? Strangers.SendAsync(request, limit, cancel)
        : _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);

    public void Dispose()
    {
        _client.Dispose();
        lock (_gate)
            _strangers?.Dispose();
    }

    /// <summary>What opens connections: for accounts too.</summary>
    public static SocketsHttpHandler MakeHandler() => new()
    {
        // One plugin's sessions are no other's.
        UseCookies = false,

        // Names move to other machines; a connection that never ends would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private StrangerClient Strangers
    {
        get
        {
            lock (_gate)
                return _strangers ??= new StrangerClient(MakeHandler, isInside);
        }
    }
}
