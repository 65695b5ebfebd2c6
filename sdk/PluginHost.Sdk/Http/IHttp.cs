namespace PluginHost.Sdk;

/// <summary>The way to the network. A rehearsal replaces it.</summary>
public interface IHttp
{
    /// <summary>Sends a request. The transport repeats nothing by itself: whether a request may be sent again, the caller knows.</summary>
    /// <param name="request">The request. A User-Agent is added where there is none.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <returns>The answer, its content read whole. The caller disposes it.</returns>
    /// <exception cref="PluginHostException">The plugin's <c>needs</c> lack <c>network</c>.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel);
}
