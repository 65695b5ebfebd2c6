using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

/// <summary>A way out to the servers that a test starts on loopback.</summary>
internal sealed class RealHttp : IHttp, IDisposable
{
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => _client.SendAsync(request, cancel);

    public void Dispose() => _client.Dispose();
}
