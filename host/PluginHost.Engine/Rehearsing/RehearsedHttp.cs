using System.Net;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>The network in a rehearsal: nobody is asked. What would have been asked is noted, and answered as a service does that is down.</summary>
internal sealed class RehearsedHttp(Needs needs, RehearsalNotes notes) : IHttp
{
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        needs.Require(Needs.Network);
        cancel.ThrowIfCancellationRequested();
        notes.NoteProblem(
            Severity.Warning,
            $"{needs.Plugin} would have asked {request.RequestUri?.Host} ({request.Method} {request.RequestUri?.AbsolutePath}); in a rehearsal it is told that nobody answers.");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            RequestMessage = request,
            ReasonPhrase = "Rehearsal",
            Content = new StringContent(""),
        });
    }
}
