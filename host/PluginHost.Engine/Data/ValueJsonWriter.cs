using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>Writes one value in the form that <see cref="ValueJson"/> describes.</summary>
internal sealed class ValueJsonWriter(Utf8JsonWriter writer)
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Value value, int depth)
    {
        if (depth > ValueJson.Depth)
            throw new WrongUseException($"A value holds values more than {ValueJson.Depth} deep. It cannot be kept; flatten it.");

        switch (value)
        {
            case NothingValue:
                writer.WriteNullValue();
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Amount);
                break;
            case InstantValue instant:
                Write(instant);
                break;
            case Record record:
                Write(record, depth);
                break;
            case Table table:
                Write(table, depth);
                break;
            case ListValue list:
                Write(list.Items, depth);
                break;
            default:
                Write(value.ToString());
                break;
        }
    }

    private void Write(string text)
    {
        if (IsWellFormed(text))
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteBase64String(ValueJson.Utf16, MemoryMarshal.AsBytes(text.AsSpan()));
        writer.WriteEndObject();
    }

    private void Write(InstantValue instant)
    {
        writer.WriteStartObject();
        writer.WriteString(ValueJson.Instant, instant.Instant.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private void Write(Record record, int depth)
    {
        writer.WriteStartObject();
        if (IsPlain(record))
        {
            foreach (var (name, field) in record.Fields)
            {
                writer.WritePropertyName(name);
                Write(field, depth + 1);
            }
        }
        else
        {
            writer.WriteStartArray(ValueJson.Record);
            foreach (var (name, field) in record.Fields)
            {
                Write(name);
                Write(field, depth + 1);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void Write(Table table, int depth)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(ValueJson.Table);
        foreach (var column in table.Columns)
            Write(column.Name);

        writer.WriteEndArray();
        writer.WritePropertyName(ValueJson.Rows);
        Write(table.Rows, depth);
        writer.WriteEndObject();
    }

    private void Write(IReadOnlyList<Value> items, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(item, depth + 1);

        writer.WriteEndArray();
    }

    private static bool IsPlain(Record record)
    {
        foreach (var (name, _) in record.Fields)
        {
            if (name.StartsWith('$') || !IsWellFormed(name))
                return false;
        }

        return true;
    }

    // JSON is UTF-8, which has no half a pair: it would come back as another character.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;

            i++;
        }

        return true;
    }
}
