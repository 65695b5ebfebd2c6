using System.Collections;
using System.Globalization;
using System.Reflection;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Turns what a script gives a command, such as <c>new { text = "Hello." }</c>, into named values.</summary>
internal static class NamedValues
{
    /// <exception cref="WrongUseException">It is no object with properties, or one of them is nothing that a command takes.</exception>
    public static Record Of(string command, object arguments)
    {
        if (arguments is Record record)
            return record;

        var properties = arguments is null or Value or string or IEnumerable || arguments.GetType().IsPrimitive
            ? []
            : arguments.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).ToList();
        if (properties.Count == 0)
            throw new WrongUseException($"Run(\"{command}\", …) takes an object with a property for each parameter: Run(\"{command}\", new {{ name = \"value\" }}).");

        return new Record(properties.Select(property => KeyValuePair.Create(
            property.Name,
            ValueOf(property.GetValue(arguments)) ?? throw new WrongUseException(
                $"{property.Name} is a {property.PropertyType.Name}, which {command} cannot be told. Give it a text, a number, true or false, a length of time, an instant, or a list of texts."))));
    }

    private static Value? ValueOf(object? value) => value switch
    {
        null => Value.Nothing,
        Value known => known,
        string text => text,
        bool flag => flag,
        DateTimeOffset instant => instant,
        TimeSpan time => DurationText.Of(time),
        Day day => day.ToString(),
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => ListOf(items),
        _ => null,
    };

    private static ListValue? ListOf(IEnumerable items)
    {
        var values = new List<Value>();
        foreach (var item in items)
        {
            if (ValueOf(item) is not { } value)
                return null;

            values.Add(value);
        }

        return new ListValue(values);
    }
}
