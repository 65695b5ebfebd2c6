using PluginHost.Engine.Sleep;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to the network.</summary>
internal sealed class HttpWay(Needs needs, HttpTransport transport, WakeWatch sleep, TimeProvider clock) : IHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => SendAsync(request, null, cancel);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long most, CancellationToken cancel) => SendAsync(request, (long?)most, cancel);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel)
    {
        needs.Require(Needs.Network);
        if (!request.Headers.Contains("User-Agent"))
            request.Headers.TryAddWithoutValidation("User-Agent", $"{transport.Agent} (+{needs.Plugin})");

        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await transport.SendAsync(request, most, sleep.Look(), either.Token);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new HttpRequestException(
                $"{request.RequestUri?.Host} did not answer within {Patience.TotalSeconds:0} seconds. Whether it did what was asked is not known.",
                error);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Under the caller's own token, so that the caller knows it again.
            throw new OperationCanceledException(cancel);
        }
    }
}
