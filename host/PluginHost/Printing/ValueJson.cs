using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>Writes values as JSON. Letters of every language stand as they are.</summary>
internal static class ValueJson
{
    public static string Of(Value value) => Text(value, indented: true);

    /// <summary>The same in one line.</summary>
    public static string LineOf(Value value) => Text(value, indented: false);

    private static string Text(Value value, bool indented)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
            Write(writer, value);

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case NothingValue:
                writer.WriteNullValue();
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Amount);
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            case Record record:
                writer.WriteStartObject();
                foreach (var (name, field) in record.Fields)
                {
                    writer.WritePropertyName(name);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ListValue or Table:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                    Write(writer, item);

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
