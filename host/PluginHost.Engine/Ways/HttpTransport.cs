namespace PluginHost.Engine.Ways;

/// <summary>The connections that all plugins share, opened with the first request. It repeats nothing and keeps no cookies.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(new SocketsHttpHandler
    {
        // One plugin's sessions are no other's.
        UseCookies = false,
        // Names move to other machines; a connection that never ends would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The way out keeps the time itself, on the host's clock.
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>The program's name and version, for the User-Agent.</summary>
    public string Agent { get; } = $"PluginHost/{typeof(HttpTransport).Assembly.GetName().Version!.ToString(3)}";

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
        _client.Value.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }
}
