using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>A record that another one points at: its place, and what it says by its hash.</summary>
internal sealed record RecordRef
{
    public required string Uri { get; init; }

    public required string Cid { get; init; }

    public void Write(Utf8JsonWriter to, string name)
    {
        to.WriteStartObject(name);
        to.WriteString("uri", Uri);
        to.WriteString("cid", Cid);
        to.WriteEndObject();
    }

    /// <summary>Reads one; null where none is.</summary>
    public static RecordRef? Read(JsonElement place) =>
        Json.Text(place, "uri") is { Length: > 0 } uri && Json.Text(place, "cid") is { Length: > 0 } cid ? new RecordRef { Uri = uri, Cid = cid } : null;
}
