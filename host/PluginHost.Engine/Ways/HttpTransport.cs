namespace PluginHost.Engine.Ways;

/// <summary>The connections that all plugins share, opened with the first request. It repeats nothing and keeps no cookies.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly Lock _gate = new();
    private HttpPool? _pool;

    /// <summary>The program's name and version, for the User-Agent.</summary>
    public string Agent { get; } = $"PluginHost/{typeof(HttpTransport).Assembly.GetName().Version!.ToString(3)}";

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        HttpPool pool;
        lock (_gate)
        {
            pool = _pool ??= new HttpPool();
            pool.Enter();
        }

        return pool.SendAsync(request, cancel);
    }

    /// <summary>Opens connections anew from the next request on.</summary>
    public void DropConnections() => Take()?.Retire();

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
