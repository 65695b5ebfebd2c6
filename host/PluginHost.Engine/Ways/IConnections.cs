namespace PluginHost.Engine.Ways;

/// <summary>Connections that are opened as they are needed, and end together.</summary>
internal interface IConnections : IDisposable
{
    /// <summary>Sends a request once, and reads the answer whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">How many bytes the answer's content may have; null: as many as there are.</param>
    /// <param name="cancel">Gives the request up.</param>
    /// <exception cref="HttpRequestException">No answer came, or it was longer.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel);
}
