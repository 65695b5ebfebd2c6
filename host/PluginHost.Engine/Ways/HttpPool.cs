using System.Net;

namespace PluginHost.Engine.Ways;

/// <summary>Connections that were opened in one wakefulness of the machine, and who uses them. A retired pool ends with its last request.</summary>
/// <param name="isInside">Whether an address lies within this machine or its network.</param>
internal sealed class HttpPool(Func<IPAddress, bool> isInside)
{
    private readonly Lock _gate = new();

    // The way out keeps the time itself, on the host's clock.
    private readonly HttpClient _client = new(MakeHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private StrangerClient? _strangers;
    private int _requests;
    private bool _isRetired;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel)
    {
        try
        {
            return most is { } limit
                ? await Strangers.SendAsync(request, limit, cancel)
                : await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Counts a request in.</summary>
    public void Enter()
    {
        lock (_gate)
            _requests++;
    }

    /// <summary>Lets no more requests in. What is under way goes on: cut off, nobody would know what became of it.</summary>
    public void Retire()
    {
        bool isIdle;
        lock (_gate)
        {
            _isRetired = true;
            isIdle = _requests == 0;
        }

        if (isIdle)
            End();
    }

    /// <summary>Cuts everything off, at the program's end.</summary>
    public void End()
    {
        _client.Dispose();
        lock (_gate)
            _strangers?.Dispose();
    }

    private StrangerClient Strangers
    {
        get
        {
            lock (_gate)
                return _strangers ??= new StrangerClient(MakeHandler, isInside);
        }
    }

    private static SocketsHttpHandler MakeHandler() => new()
    {
        // One plugin's sessions are no other's.
        UseCookies = false,

        // Names move to other machines; a connection that never ends would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private void Leave()
    {
        bool isLast;
        lock (_gate)
            isLast = --_requests == 0 && _isRetired;

        if (isLast)
            End();
    }
}
