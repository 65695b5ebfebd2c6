using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PluginHost.Rehearsal;

/// <summary>What the server said.</summary>
internal sealed record RemoteAnswer
{
    public required HttpStatusCode Status { get; init; }

    /// <summary>The body; undefined where it is no JSON.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The headers, by name in any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The text at the end of a path of names; empty where there is none.</summary>
    public string Text(params ReadOnlySpan<string> path) => TextOf(Body, path);

    public static string TextOf(JsonElement place, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                return "";
        }

        return place.ValueKind == JsonValueKind.String ? place.GetString()! : "";
    }

    public int? Number(string header) =>
        int.TryParse(Headers.GetValueOrDefault(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A header of Unix seconds.</summary>
    public DateTimeOffset? Seconds(string header) =>
        long.TryParse(Headers.GetValueOrDefault(header), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A header with a timestamp.</summary>
    public DateTimeOffset? Timestamp(string header) => Instant(Headers.GetValueOrDefault(header));

    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
