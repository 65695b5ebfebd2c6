using System.Text;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>
/// SDK values as JSON that gives back the same values: what the engine keeps of them in the store. People read <c>--json</c> of the program, which
/// leaves out what this keeps: that an instant is no text, and a table no list.
/// </summary>
/// <remarks>
/// Nothing, flags, numbers, texts, lists and records are what JSON has for them. The rest are objects whose first name begins with <c>$</c>:
/// <c>{"$instant":"2026-03-02T09:00:00.0000000+00:00"}</c>, <c>{"$table":["column",…],"rows":[…]}</c>; and what JSON cannot say as it is: a record with a
/// name that begins with <c>$</c>, <c>{"$record":[name,value,…]}</c>, and a text with half a surrogate pair, <c>{"$utf16":"base64"}</c>. Where a record
/// was read (its origin) is left out.
/// </remarks>
internal static class ValueJson
{
    public const string Instant = "$instant";
    public const string Table = "$table";
    public const string Rows = "rows";
    public const string Record = "$record";
    public const string Utf16 = "$utf16";

    /// <summary>How deep values may hold values. Each level costs JSON two at most.</summary>
    public const int Depth = 256;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2 * (Depth + 1) };

    /// <exception cref="WrongUseException">The value holds values deeper than <see cref="Depth"/>.</exception>
    public static string Write(Value value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, ValueJsonWriter.Options))
            new ValueJsonWriter(writer).Write(value, 0);

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="PluginHostException">The text was not written here, or was changed since.</exception>
    public static Value Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Deep);
            return ValueJsonReader.Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            var text = json.Length > 40 ? json[..40] + "…" : json;
            throw new PluginHostException($"The store holds {text}, which is no value. Restore the store from a copy. ({error.Message})", error);
        }
    }
}
