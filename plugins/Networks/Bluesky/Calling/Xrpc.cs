using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Calls methods of a server for a profile, each once. What a call needs to be repeated for, its caller knows.</summary>
internal sealed class Xrpc(IHttp http)
{
    private static readonly TimeSpan PatienceForFiles = TimeSpan.FromSeconds(100);

    /// <summary>Asks.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="method">The method, and its question: <c>com.atproto.repo.getRecord?repo=…</c>.</param>
    /// <param name="token">Who asks; empty: anybody.</param>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<XrpcAnswer> GetAsync(Profile profile, Uri server, string method, string token, CancellationToken cancel) =>
        SendAsync(AccountOf(profile), new HttpRequestMessage(HttpMethod.Get, Address(server, method)), token, cancel);

    /// <summary>Asks for a document that anybody may read.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<XrpcAnswer> GetDocumentAsync(Profile profile, Uri document, CancellationToken cancel) =>
        SendAsync(AccountOf(profile), new HttpRequestMessage(HttpMethod.Get, document), "", cancel);

    /// <summary>Has something done.</summary>
    /// <param name="body">What, as JSON; null where the method wants none.</param>
    /// <exception cref="HttpRequestException">No answer came. It may have been done nonetheless, unless <see cref="NeverLeft"/>.</exception>
    public Task<XrpcAnswer> PostAsync(Profile profile, Uri server, string method, byte[]? body, string token, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(server, method));
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        return SendAsync(AccountOf(profile), request, token, cancel);
    }

    /// <summary>Hands over a file, with more patience and connections of its own.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<XrpcAnswer> UploadAsync(Profile profile, Uri server, OutgoingMedium medium, string token, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(server, "com.atproto.repo.uploadBlob"))
        {
            Content = new ReadOnlyMemoryContent(medium.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(medium.ContentType) } },
        };
        return SendAsync(new HttpAccount { Name = $"{profile.Name}, files", Patience = PatienceForFiles }, request, token, cancel);
    }

    /// <summary>Whether not a byte of a request has left: the connection did not come about.</summary>
    public static bool NeverLeft(HttpRequestException error) => error.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static HttpAccount AccountOf(Profile profile) => new() { Name = profile.Name };

    private static Uri Address(Uri server, string method) => new(server, $"/xrpc/{method}");

    private async Task<XrpcAnswer> SendAsync(HttpAccount account, HttpRequestMessage request, string token, CancellationToken cancel)
    {
        using var sent = request;
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        try
        {
            using var response = await http.For(account).SendAsync(request, cancel);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var header in response.Headers)
                headers[header.Key] = string.Join(", ", header.Value);

            var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
            return new XrpcAnswer { Status = response.StatusCode, Headers = headers, Body = Json.Read(bytes), Server = request.RequestUri!.Authority };
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"{request.RequestUri!.Authority} did not answer in time", error);
        }
    }
}
