using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to a network that a test has put there. Nothing is followed: the test answers what is asked.</summary>
internal sealed class StandInHttp(Needs needs, HttpMessageHandler network) : IHttp
{
    private readonly HttpMessageInvoker _network = new(network, disposeHandler: false);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        needs.Require(Needs.Network);
        if (!request.Headers.Contains("User-Agent"))
            request.Headers.TryAddWithoutValidation("User-Agent", $"PluginHost (+{needs.Plugin})");

        cancel.ThrowIfCancellationRequested();
        var answer = await _network.SendAsync(request, cancel);
        await answer.Content.LoadIntoBufferAsync(cancel);
        return answer;
    }
}
