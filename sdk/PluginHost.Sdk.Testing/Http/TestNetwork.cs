namespace PluginHost.Sdk.Testing;

/// <summary>Stands where connections would be made, and hands every request to the test.</summary>
internal sealed class TestNetwork(TestHttp http) : HttpMessageHandler
{
    /// <summary>A request as the test reads it.</summary>
    public static TestRequest RequestOf(HttpRequestMessage request, string body)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        return new TestRequest
        {
            Method = request.Method.Method,
            Address = request.RequestUri!.ToString(),
            Headers = headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            Body = body,
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var answer = await http.AnswerAsync(RequestOf(request, body), cancellationToken);
        answer.RequestMessage ??= request;
        return answer;
    }
}
