using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>The way to the server: addresses, tokens, and patience. Tokens live as long as the process; each profile asks for one when it first speaks.</summary>
internal sealed class RemoteConnection(IHost host, RemoteSettings settings)
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>A token for a handle; null where none was given.</summary>
    public async Task<string?> TokenAsync(string kind, string handle, CancellationToken cancel)
    {
        var whose = $"{kind}/{handle}";
        if (_tokens.TryGetValue(whose, out var known))
            return known;

        try
        {
            var answer = await SendAsync(() => RequestToken(handle), kind, null, cancel);
            var token = answer.IsSuccess ? answer.Text("token") : "";
            return token.Length > 0 ? _tokens[whose] = token : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Forgets a token that has expired, unless another one has taken its place.</summary>
    public void Forget(string kind, string handle, string token)
    {
        if (_tokens.GetValueOrDefault($"{kind}/{handle}") == token)
            _tokens.Remove($"{kind}/{handle}");
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="make">Makes it, with an address that begins after the kind.</param>
    /// <exception cref="HttpRequestException">No answer came, in time or at all.</exception>
    public async Task<RemoteAnswer> SendAsync(Func<HttpRequestMessage> make, string kind, string? token, CancellationToken cancel)
    {
        using var request = make();
        request.RequestUri = new Uri(settings.Server!, $"/{kind}{request.RequestUri!.OriginalString}");
        request.Headers.TryAddWithoutValidation("Rehearsal", settings.HeaderAt(host.Clock.GetUtcNow()));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var late = new CancellationTokenSource(settings.Patience, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var response = await host.Http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"{settings.Server!.Authority} did not answer within {settings.Patience.TotalSeconds:0.###} seconds", error);
        }
    }

    private static HttpRequestMessage RequestToken(string handle)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/token", UriKind.Relative));
        request.Content = Json(writer => writer.WriteString("handle", handle));
        return request;
    }

    /// <summary>A body of JSON, whose bytes follow from what is written alone.</summary>
    public static ByteArrayContent Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private static async Task<RemoteAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
            headers[header.Key] = string.Join(", ", header.Value);

        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        return new RemoteAnswer { Status = response.StatusCode, Headers = headers, Body = BodyOf(bytes) };
    }

    private static JsonElement BodyOf(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
