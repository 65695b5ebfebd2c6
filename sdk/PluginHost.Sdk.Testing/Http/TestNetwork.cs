namespace PluginHost.Sdk.Testing;

/// <summary>Stands where connections would be made, and hands every request to the test.</summary>
internal sealed class TestNetwork(TestHttp http) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        var answer = await http.AnswerAsync(
            new TestRequest
            {
                Method = request.Method.Method,
                Address = request.RequestUri!.ToString(),
                Headers = headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "",
            },
            cancellationToken);
        answer.RequestMessage ??= request;
        return answer;
    }
}
