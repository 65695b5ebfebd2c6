using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>Writes and reads JSON without types of ours: a serializer would keep them in memory for ever.</summary>
internal static class Json
{
    // Letters stay letters: written as \u…, a thread in Arabic would be too long for a server.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of an object, which follow from what is written alone.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>What the bytes say; undefined where they are no JSON, or half of it.</summary>
    public static JsonElement Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>What is at the end of a path of names; undefined where nothing is.</summary>
    public static JsonElement At(JsonElement place, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                return default;
        }

        return place;
    }

    /// <summary>The text at the end of a path of names; empty where none is.</summary>
    public static string Text(JsonElement place, params ReadOnlySpan<string> path) =>
        At(place, path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The number at the end of a path of names.</summary>
    public static int? Number(JsonElement place, params ReadOnlySpan<string> path) =>
        At(place, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) ? count : null;

    /// <summary>The items of the list at the end of a path of names; none where no list is.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement place, params ReadOnlySpan<string> path) =>
        At(place, path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
