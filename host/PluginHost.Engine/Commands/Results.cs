using PluginHost.Sdk;

namespace PluginHost.Engine.Commands;

/// <summary>Turns what a handler gives into a value.</summary>
internal static class Results
{
    public static Value ToValue(object? result) => result switch
    {
        null => Value.Nothing,
        Value value => value,
        string text => text,
        int number => number,
        long number => number,
        decimal number => number,
        bool flag => flag,
        DateTimeOffset instant => instant,
        TimeSpan time => time.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A handler gave a {result.GetType().Name}, which its declaration does not allow."),
    };
}
