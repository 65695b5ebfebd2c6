using System.Net;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

/// <summary>A way out that leads to what a test says. Tokens are given to everybody: <c>token-1</c>, <c>token-2</c>, …</summary>
internal sealed class FakeHttp : IHttp
{
    private int _tokens;

    /// <summary>What came in, without the requests for tokens: method, address, token and body.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>Answers what is not about tokens.</summary>
    public Func<string, HttpResponseMessage> Answer { get; set; } = _ => Json(500, "{}");

    /// <summary>Answers who asks for a token; null gives one.</summary>
    public Func<HttpResponseMessage>? AnswerToken { get; set; }

    /// <summary>Never answers.</summary>
    public bool IsSilent { get; set; }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            return AnswerToken?.Invoke() ?? Json(200, $$"""{"token":"token-{{++_tokens}}"}""");

        Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value));
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
        Requests.Add($"{request.Method} {request.RequestUri.PathAndQuery} {request.Headers.Authorization?.Parameter} {body}".TrimEnd());
        if (IsSilent)
            await new TaskCompletionSource().Task.WaitAsync(cancel);

        return Answer(request.RequestUri.PathAndQuery);
    }

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
