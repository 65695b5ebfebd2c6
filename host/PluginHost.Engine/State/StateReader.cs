using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PluginHost.Sdk;

namespace PluginHost.Engine.State;

/// <summary>Makes state records of what was stored.</summary>
/// <param name="place">What is read, for messages.</param>
internal sealed class StateReader(StateShapes shapes, string place)
{
    private const string Cure = "Give the record a new version with a migration.";

    // The writer says how deep records may go; a reader that stops before it would lose them.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <exception cref="PluginHostException">The record is of a newer version than the type, or does not fit it.</exception>
    public object Read(string json, long version, StateShape shape)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Deep);
            return Read(document.RootElement, version, shape);
        }
        catch (JsonException error)
        {
            throw new PluginHostException($"{place} holds something that is no JSON. Restore the store from a copy. ({error.Message})", error);
        }
    }

    private object Read(JsonElement stored, long version, StateShape shape)
    {
        if (version > shape.Version)
        {
            throw new PluginHostException(
                $"{place} holds a {shape.Type.Name} of version {version}, but the plugin knows {shape.Version} at most. "
                + "A newer version of the plugin has written it. Update the plugin.");
        }

        if (version < shape.Version && shape.Migration is not null)
        {
            using var migrated = JsonDocument.Parse(StateWriter.Write(Migrate(stored, (int)version, shape)), Deep);
            return Fill(migrated.RootElement, shape);
        }

        return Fill(stored, shape);
    }

    private static Record Migrate(JsonElement stored, int version, StateShape shape)
    {
        const BindingFlags Constructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions;
        var migration = (StateMigration)Activator.CreateInstance(shape.Migration!, Constructor, null, null, CultureInfo.InvariantCulture)!;
        return migration.Migrate(version, stored.ValueKind == JsonValueKind.Object ? (Record)ValueOf(stored) : Record.Empty);
    }

    private object Fill(JsonElement stored, StateShape shape)
    {
        if (stored.ValueKind != JsonValueKind.Object)
            throw Misfit(shape.Type.Name, stored);

        var made = shape.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [], CultureInfo.InvariantCulture);
        foreach (var property in shape.Properties)
        {
            var name = $"{shape.Type.Name}.{property.Name}";
            if (stored.TryGetProperty(property.Name, out var value))
                Set(made, property, Read(value, property.Type, name));
            else if (property.IsRequired)
                throw new PluginHostException($"{place} holds a record without {name}, which is required. {Cure}");
        }

        return made;
    }

    private static void Set(object made, StateProperty property, object? value) =>
        property.Property.SetValue(made, value, BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture);

    private object? Read(JsonElement stored, StateType type, string name)
    {
        if (stored.ValueKind == JsonValueKind.Null)
            return type.IsNullable ? null : throw Misfit(name, stored);

        return (type.Kind, stored.ValueKind) switch
        {
            (StateKind.Text, JsonValueKind.String) => stored.GetString(),
            (StateKind.Flag, JsonValueKind.True or JsonValueKind.False) => stored.GetBoolean(),
            (StateKind.Number, JsonValueKind.Number) => NumberOf(stored.GetRawText(), type.Type),
            (StateKind.Number, JsonValueKind.String) when IsFloating(type.Type) => NumberOf(stored.GetString()!, type.Type),
            (StateKind.Instant, JsonValueKind.String) => InstantOf(stored.GetString()!),
            (StateKind.Duration, JsonValueKind.String) => DurationOf(stored.GetString()!),
            (StateKind.Id, JsonValueKind.String) => Guid.TryParseExact(stored.GetString(), "D", out var id) ? id : null,
            (StateKind.List, JsonValueKind.Array) => ListOf(stored, type, name),
            (StateKind.Record, JsonValueKind.Object) => RecordOf(stored, type),
            _ => null,
        } ?? throw Misfit(name, stored);
    }

    private object RecordOf(JsonElement stored, StateType type)
    {
        // A migration need not know that field: what it makes is current.
        var shape = shapes.Of(type.Type);
        var version = stored.TryGetProperty(StateWriter.VersionField, out var kept) && kept.TryGetInt32(out var number) ? number : shape.Version;
        return Read(stored, version, shape);
    }

    private object ListOf(JsonElement stored, StateType type, string name)
    {
        var item = type.Item!;
        var itemType = item.IsNullable && item.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(item.Type) : item.Type;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var element in stored.EnumerateArray())
            list.Add(Read(element, item, name));

        if (!type.Type.IsSZArray)
            return list;

        var array = Array.CreateInstance(itemType, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static object? InstantOf(string text) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) ? instant : null;

    private static object? DurationOf(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) ? duration : null;

    // A number that does not fit its property is no reason to lose digits.
    private static object? NumberOf(string text, Type type)
    {
        try
        {
            if (IsFloating(type))
                return Convert.ChangeType(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture);

            var exact = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            var fits = type == typeof(decimal) || exact == decimal.Truncate(exact);
            return fits ? Convert.ChangeType(exact, type, CultureInfo.InvariantCulture) : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsFloating(Type type) => type == typeof(double) || type == typeof(float);

    private static Value ValueOf(JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.String => stored.GetString(),
        JsonValueKind.True or JsonValueKind.False => stored.GetBoolean(),
        JsonValueKind.Number => stored.TryGetDecimal(out var number) ? number : stored.GetRawText(),
        JsonValueKind.Array => new ListValue(stored.EnumerateArray().Select(ValueOf)),
        JsonValueKind.Object => new Record(stored.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, ValueOf(field.Value)))),
        _ => Value.Nothing,
    };

    private PluginHostException Misfit(string name, JsonElement stored)
    {
        var text = stored.GetRawText();
        return new($"{place} holds {(text.Length > 40 ? text[..40] + "…" : text)} for {name}, which does not fit. {Cure}");
    }
}
