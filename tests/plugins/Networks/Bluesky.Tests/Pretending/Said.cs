using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginHost.Bluesky.Tests;

/// <summary>Answers as a server gives them.</summary>
internal static class Said
{
    public static HttpResponseMessage Ok(JsonNode body) => Json(HttpStatusCode.OK, body.ToJsonString());

    public static HttpResponseMessage No(HttpStatusCode status, string error, string message) =>
        Json(status, new JsonObject { ["error"] = error, ["message"] = message }.ToJsonString());

    public static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Page(HttpStatusCode status) => new(status) { Content = new StringContent("<html><h1>Something went wrong</h1></html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage With(this HttpResponseMessage answer, string header, string value)
    {
        answer.Headers.TryAddWithoutValidation(header, value);
        return answer;
    }

    public static JsonElement Element(this JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
