using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.State;

/// <summary>Writes a state record as JSON, by its properties' names.</summary>
internal static class StateWriter
{
    /// <summary>The name under which a record within a record keeps its version. No property can be called so.</summary>
    public const string VersionField = "$version";

    /// <summary>How deep records may hold records: less than what JSON readers take, and enough to find one that holds itself.</summary>
    private const int Depth = 24;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object item, StateShape shape, StateShapes shapes)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Write(writer => Write(writer, item, shape, shapes, 0));
    }

    /// <summary>Writes what a migration has made of a record.</summary>
    public static string Write(Record record) => Write(writer => Write(writer, record));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
            write(writer);

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, object item, StateShape shape, StateShapes shapes, int depth)
    {
        if (item.GetType() != shape.Type)
            throw new WrongUseException($"A {item.GetType().Name} was given where {shape.Type.Name} is kept. Keep each type under a key of its own.");

        if (depth > Depth)
            throw new WrongUseException($"{shape.Type.Name} holds records more than {Depth} deep, or itself. State records are trees.");

        writer.WriteStartObject();
        if (depth > 0)
            writer.WriteNumber(VersionField, shape.Version);

        foreach (var property in shape.Properties)
        {
            var value = property.Property.GetValue(item, BindingFlags.DoNotWrapExceptions, null, null, null);
            if (value is null && !property.Type.IsNullable)
                throw new WrongUseException($"{shape.Type.Name}.{property.Name} is null and may not be. Nothing was written.");

            writer.WritePropertyName(property.Name);
            Write(writer, value, property.Type, shapes, depth);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value, StateType type, StateShapes shapes, int depth)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture));
                break;
            case TimeSpan duration:
                writer.WriteStringValue(duration.ToString("c", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                writer.WriteStringValue(id.ToString("D"));
                break;
            case IEnumerable items when type.Kind == StateKind.List:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, type.Item!, shapes, depth);

                writer.WriteEndArray();
                break;
            case IFormattable number when type.Kind == StateKind.Number:
                WriteNumber(writer, number);
                break;
            default:
                Write(writer, value, shapes.Of(type.Type), shapes, depth + 1);
                break;
        }
    }

    // JSON has no infinity and no NaN: they are kept as text.
    private static void WriteNumber(Utf8JsonWriter writer, IFormattable number)
    {
        var text = number.ToString(number is float or double ? "R" : null, CultureInfo.InvariantCulture);
        if (number is double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            or float and (float.NaN or float.PositiveInfinity or float.NegativeInfinity))
            writer.WriteStringValue(text);
        else
            writer.WriteRawValue(text);
    }

    private static void Write(Utf8JsonWriter writer, Value value)
    {
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
                writer.WriteStringValue(instant.Instant.ToString("O", CultureInfo.InvariantCulture));
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
