using System.Net;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>The network in a rehearsal: nobody is asked. What would have been asked is noted, and answered as a service does that is down.</summary>
internal sealed class RehearsedHttp(Needs needs, RehearsalNotes notes) : IGuestHttp
{
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        needs.Require(Needs.Network);
        cancel.ThrowIfCancellationRequested();
        Note($"asked {request.RequestUri?.Host} ({request.Method} {request.RequestUri?.AbsolutePath})");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            RequestMessage = request,
            ReasonPhrase = "Rehearsal",
            Content = new StringContent(""),
        });
    }

    public Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        needs.Require(Needs.Network);
        cancel.ThrowIfCancellationRequested();
        Note($"listened to {request.RequestUri?.Host} ({request.RequestUri?.AbsolutePath})");
        return Task.FromException<IHttpSocket>(
            new HttpRequestException(HttpRequestError.ConnectionError, $"{request.RequestUri?.Host} is not listened to: this is a rehearsal.", null, HttpStatusCode.ServiceUnavailable));
    }

    // Nothing is open.
    public void Wake()
    {
    }

    public void Dispose()
    {
    }

    private void Note(string what) =>
        notes.NoteProblem(Severity.Warning, $"{needs.Plugin} would have {what}; in a rehearsal it is told that nobody answers.");
}
