using System.Globalization;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Commands;

/// <summary>Turns named values into what a command's method takes. Whatever does not fit is refused before the command's plugin is entered.</summary>
internal static class Arguments
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    public static IReadOnlyList<object?> Bind(CommandContribution command, Record given)
    {
        foreach (var (name, _) in given.Fields)
        {
            if (!command.Parameters.Any(parameter => parameter.Name == name))
            {
                var names = command.Parameters.Select(parameter => parameter.Name).ToList();
                throw new WrongUseException($"{command.Id} takes no \"{name}\".{Nearest.Hint(name, names)} {Usage(command)}");
            }
        }

        return [.. command.Parameters.Select(parameter => Bind(command, parameter, given.Find(parameter.Name)))];
    }

    /// <summary>How a command is called: <c>Call it as: acme.notes.add note=…</c>.</summary>
    public static string Usage(CommandContribution command) => command.Parameters.Count == 0
        ? $"Call it as: {command.Id}"
        : $"Call it as: {command.Id} {string.Join(' ', command.Parameters.Select(parameter => parameter.Default is null ? $"{parameter.Name}=…" : $"[{parameter.Name}={parameter.Default}]"))}";

    /// <summary>Why a value does not fit a parameter; null where it fits.</summary>
    public static string? Explain(ParameterContribution parameter, Value value) =>
        Convert(parameter.Kind, value) is null ? $"Wanted is {Wanted(parameter.Kind).TrimEnd(',')}." : null;

    private static object? Bind(CommandContribution command, ParameterContribution parameter, Value? value)
    {
        if (value is null or NothingValue)
            value = parameter.Default;

        if (value is null or NothingValue)
            throw new WrongUseException($"{command.Id} needs {parameter.Name}{(parameter.Question.Length > 0 ? $" ({parameter.Question})" : "")}. {Usage(command)}");

        return Convert(parameter.Kind, value)
            ?? throw new WrongUseException($"{parameter.Name}={value}: {command.Id} wants {Wanted(parameter.Kind)} there.");
    }

    private static object? Convert(ParameterKind kind, Value value)
    {
        var text = value.ToString();
        return kind switch
        {
            ParameterKind.Text => text,
            ParameterKind.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ParameterKind.LongInteger => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ParameterKind.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            ParameterKind.Flag => bool.TryParse(text, out var flag) ? flag : null,
            ParameterKind.Duration => DurationText.Parse(text),
            ParameterKind.Instant => value is InstantValue known ? known.Instant : ReadInstant(text),
            ParameterKind.TextList => value is ListValue ? value.Items.Select(item => item.ToString()).ToArray() : text.Split(',', StringSplitOptions.TrimEntries),
            _ => null,
        };
    }

    // A time without a date would be meant for today, by the machine's clock and not by ours.
    private static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Integer or ParameterKind.LongInteger => "a whole number",
        ParameterKind.Number => "a number, with a point for decimals,",
        ParameterKind.Flag => "true or false",
        ParameterKind.Duration => "a length of time, such as 250ms, 30s, 5m, 2h or 7d,",
        ParameterKind.Instant => "an instant, such as 2026-11-23T09:00:00Z,",
        _ => "a text",
    };
}
