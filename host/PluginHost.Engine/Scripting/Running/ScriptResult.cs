using System.Collections;
using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Turns a script's last value into an SDK value: an object of a type that the script declares must not outlive it.</summary>
internal static class ScriptResult
{
    public static Value Of(object? result, CancellationToken cancel) => result switch
    {
        null => Value.Nothing,
        Value value => value,
        string text => text,
        bool flag => flag,
        DateTimeOffset instant => instant,
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(result, CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => ListOf(items, cancel),
        _ => result.ToString(),
    };

    private static ListValue ListOf(IEnumerable items, CancellationToken cancel)
    {
        var values = new List<Value>();
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            values.Add(Of(item, cancel));
        }

        return new ListValue(values);
    }
}
