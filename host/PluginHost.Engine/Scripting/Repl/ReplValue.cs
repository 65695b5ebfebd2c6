using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Turns what an entry gives into a value that shows what is in it: the properties of records, tuples and objects that say nothing of themselves, the items of
/// collections. What is deep or long is cut, and says so.
/// </summary>
internal static class ReplValue
{
    private const int MostItems = 200;
    private const int Depth = 8;

    public static Value Of(object? result, CancellationToken cancel) => Of(result, 0, cancel);

    private static Value Of(object? value, int depth, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return value switch
        {
            null or Value or string or bool or DateTimeOffset or IFormattable => ScriptResult.Of(value, cancel),
            Type or MemberInfo or Delegate or Task => value.ToString(),
            _ when depth == Depth => "…",
            IDictionary pairs => RecordOf(pairs, depth, cancel),
            IEnumerable items => ListOf(items, depth, cancel),
            ITuple tuple => new Record(Enumerable.Range(0, tuple.Length).Select(i => KeyValuePair.Create($"Item{i + 1}", Of(tuple[i], depth + 1, cancel)))),
            _ when SaysNothing(value.GetType()) => RecordOf(value, depth, cancel),
            _ => value.ToString(),
        };
    }

    private static ListValue ListOf(IEnumerable items, int depth, CancellationToken cancel)
    {
        var values = new List<Value>();
        foreach (var item in items)
        {
            if (values.Count == MostItems)
            {
                values.Add(items is ICollection all ? $"… and {all.Count - MostItems} more" : "… and more");
                break;
            }

            values.Add(Of(item, depth + 1, cancel));
        }

        return new ListValue(values);
    }

    private static Record RecordOf(IDictionary pairs, int depth, CancellationToken cancel)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach (DictionaryEntry pair in pairs)
        {
            if (fields.Count == MostItems)
            {
                fields.Add(KeyValuePair.Create("…", (Value)$"and {pairs.Count - MostItems} more"));
                break;
            }

            fields.Add(KeyValuePair.Create(ScriptResult.Of(pair.Key, cancel).ToString(), Of(pair.Value, depth + 1, cancel)));
        }

        return new Record(fields);
    }

    private static Record RecordOf(object value, int depth, CancellationToken cancel) => new(value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.CanRead)
        .Select(property => KeyValuePair.Create(property.Name, Read(value, property, depth, cancel))));

    private static Value Read(object value, PropertyInfo property, int depth, CancellationToken cancel)
    {
        try
        {
            return Of(property.GetValue(value), depth + 1, cancel);
        }
        catch (TargetInvocationException thrown)
        {
            return $"({thrown.InnerException?.GetType().Name}: {thrown.InnerException?.Message})";
        }
    }

    // Records write themselves on one line, which is no tree; and what has no text of its own has only its type's name.
    private static bool SaysNothing(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length > 0
        && (IsRecord(type) || IsAnonymous(type) || type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } owner && (owner == typeof(object) || owner == typeof(ValueType)));

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal);
}
