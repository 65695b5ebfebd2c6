using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>Reads one value in the form that <see cref="ValueJson"/> describes.</summary>
internal static class ValueJsonReader
{
    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Value.Nothing,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => new ListValue(ReadItems(json)),
        _ => ReadObject(json),
    };

    private static Value ReadObject(JsonElement json)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach (var property in json.EnumerateObject())
        {
            if (fields.Count == 0 && property.Name.StartsWith('$'))
                return ReadMarked(json, property);

            fields.Add(KeyValuePair.Create(property.Name, Read(property.Value)));
        }

        return new Record(fields);
    }

    private static Value ReadMarked(JsonElement json, JsonProperty mark) => mark.Name switch
    {
        ValueJson.Instant => DateTimeOffset.ParseExact(mark.Value.GetString()!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ValueJson.Utf16 => new string(MemoryMarshal.Cast<byte, char>(mark.Value.GetBytesFromBase64())),
        ValueJson.Table => ReadTable(json, mark.Value),
        ValueJson.Record => ReadPairs(ReadItems(mark.Value)),
        var other => throw new FormatException($"{other} is no mark of a value."),
    };

    private static Table ReadTable(JsonElement json, JsonElement columns)
    {
        if (!json.TryGetProperty(ValueJson.Rows, out var rows))
            throw new FormatException("A table has no rows.");

        return new Table
        {
            Columns = [.. ReadItems(columns).Select(name => new TableColumn { Name = name.ToString() })],
            Rows = [.. ReadItems(rows).Select(row => row as Record ?? throw new FormatException("A row of a table is no record."))],
        };
    }

    private static Record ReadPairs(List<Value> pairs)
    {
        if (pairs.Count % 2 > 0)
            throw new FormatException("A record has a name without a value.");

        var fields = new List<KeyValuePair<string, Value>>(pairs.Count / 2);
        for (var i = 0; i < pairs.Count; i += 2)
            fields.Add(KeyValuePair.Create(pairs[i].ToString(), pairs[i + 1]));

        return new Record(fields);
    }

    private static List<Value> ReadItems(JsonElement json)
    {
        var items = new List<Value>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            items.Add(Read(item));

        return items;
    }
}
