using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>An answer on its way out.</summary>
internal sealed record Reply
{
    public required int Status { get; init; }

    public required JsonNode Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;

        await context.Response.WriteAsync(Body.ToJsonString(JsonSerializerOptions.Web), context.RequestAborted);
    }

    public static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Timestamp(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
