using System.Text.Json;

namespace PluginHost.Mastodon;

/// <summary>A message of a server's stream: an event, with a payload that is JSON in a text, or an id.</summary>
internal sealed record StreamMessage
{
    public required string Event { get; init; }

    public required string Payload { get; init; }

    public JsonElement Body => Json.Parse(Payload);

    /// <summary>Null where it is no message: a heartbeat, half of one.</summary>
    public static StreamMessage? Read(ReadOnlySpan<byte> bytes)
    {
        var json = Json.Parse(bytes);
        return json.TextOrNull("event") is not { } name
            ? null
            : new StreamMessage { Event = name, Payload = json.At("payload") is { ValueKind: JsonValueKind.Object } body ? body.GetRawText() : json.Text("payload") };
    }
}
