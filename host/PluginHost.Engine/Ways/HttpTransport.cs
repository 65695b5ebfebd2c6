using System.Net;

namespace PluginHost.Engine.Ways;

/// <summary>Connections that are opened with the first request, and anew after the machine slept: those that all plugins share, or an account's own. It repeats nothing and keeps no cookies.</summary>
/// <param name="open">Makes what opens connections.</param>
internal sealed class HttpTransport(Func<IConnections> open) : IDisposable
{
    private readonly Lock _gate = new();
    private HttpPool? _pool;
    private int _naps;

    public HttpTransport()
        : this(InsideAddress.Is)
    {
    }

    /// <param name="isInside">Whether an address lies within this machine or its network.</param>
    public HttpTransport(Func<IPAddress, bool> isInside)
        : this(() => new SharedConnections(isInside))
    {
    }

    /// <summary>Sends a request, on a connection that was opened since the machine last slept.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">How many bytes the answer's content may have; null: as many as there are.</param>
    /// <param name="naps">How often the machine slept so far.</param>
    /// <param name="cancel">Gives the request up.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, int naps, CancellationToken cancel)
    {
        HttpPool pool;
        lock (_gate)
        {
            if (naps != _naps)
                Take()?.Retire();

            _naps = naps;
            pool = _pool ??= new HttpPool(open());
            pool.Enter();
        }

        return pool.SendAsync(request, most, cancel);
    }

    public void Dispose() => Take()?.End();

    private HttpPool? Take()
    {
        lock (_gate)
        {
            var pool = _pool;
            _pool = null;
            return pool;
        }
    }
}
