using System.Net;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>A web with one feed, which a test may change. It keeps what it was asked.</summary>
internal sealed class FakeWeb : IHttp
{
    public string Feed { get; set; } = "";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string? Tag { get; set; }

    /// <summary>Where whoever asks is led; null: nowhere else.</summary>
    public string? LeadsTo { get; set; }

    /// <summary>Thrown in place of an answer.</summary>
    public HttpRequestException? Fault { get; set; }

    public List<string> Asked { get; } = [];

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var known = request.Headers.TryGetValues("If-None-Match", out var tags) ? tags.Single() : "";
        Asked.Add($"{request.RequestUri} {known}".TrimEnd());
        if (Fault is not null)
            return Task.FromException<HttpResponseMessage>(Fault);

        var answer = new HttpResponseMessage(known.Length > 0 && known == Tag ? HttpStatusCode.NotModified : Status) { RequestMessage = LeadsTo is null ? request : new HttpRequestMessage(HttpMethod.Get, LeadsTo) };
        answer.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Feed));
        if (Tag is not null)
            answer.Headers.TryAddWithoutValidation("ETag", Tag);

        return Task.FromResult(answer);
    }
}
