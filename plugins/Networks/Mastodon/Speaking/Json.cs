using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PluginHost.Mastodon;

/// <summary>Reads what servers say, whatever they leave out: what is missing is empty, never an exception.</summary>
internal static class Json
{
    /// <summary>Undefined where it is no JSON, or half of it.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return default;

            using (document)
                return reader.BytesConsumed == bytes.TrimEnd(" \r\n\t"u8).Length ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public static JsonElement Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>What stands at the end of a path of names; undefined where nothing does.</summary>
    public static JsonElement At(this JsonElement place, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                return default;
        }

        return place;
    }

    public static string Text(this JsonElement place, params ReadOnlySpan<string> path) =>
        place.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static string? TextOrNull(this JsonElement place, params ReadOnlySpan<string> path) =>
        place.Text(path) is { Length: > 0 } text ? text : null;

    // Some servers write numbers as text.
    public static long? Number(this JsonElement place, params ReadOnlySpan<string> path) => place.At(path) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    public static bool Flag(this JsonElement place, params ReadOnlySpan<string> path) => place.At(path).ValueKind == JsonValueKind.True;

    public static DateTimeOffset? Instant(this JsonElement place, params ReadOnlySpan<string> path) => Instant(place.Text(path));

    public static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement place, params ReadOnlySpan<string> path) =>
        place.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>An object as text.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
