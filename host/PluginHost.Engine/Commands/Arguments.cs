using System.Globalization;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Commands;

/// <summary>Turns named values into what a command's method takes. Whatever does not fit is refused before the command's plugin is entered.</summary>
internal static class Arguments
{
    public static IReadOnlyList<object?> Bind(CommandContribution command, Record given, Times times)
    {
        foreach (var (name, _) in given.Fields)
        {
            if (!command.Parameters.Any(parameter => parameter.Name == name))
            {
                var names = command.Parameters.Select(parameter => parameter.Name).ToList();
                throw new WrongUseException($"{command.Id} takes no \"{name}\".{Nearest.Hint(name, names)} {Usage(command)}");
            }
        }

        return [.. command.Parameters.Select(parameter => Bind(command, parameter, given.Find(parameter.Name), times))];
    }

    /// <summary>How a command is called, as a sentence: <c>Call it as: acme.notes.add note=…</c>.</summary>
    public static string Usage(CommandContribution command) => $"Call it as: {CallOf(command)}";

    /// <summary>How a command is called: <c>acme.notes.add note=…</c>.</summary>
    public static string CallOf(CommandContribution command) => string.Join(
        ' ',
        command.Parameters.Select(parameter => parameter.Default is null ? $"{parameter.Name}=…" : $"[{parameter.Name}={parameter.Default}]").Prepend(command.Id));

    /// <summary>Why a value does not fit a parameter; null where it fits.</summary>
    public static string? Explain(ParameterContribution parameter, Value value, Times times)
    {
        try
        {
            return Convert(parameter.Kind, value, times) is null ? $"Wanted is {Wanted(parameter.Kind).TrimEnd(',')}." : null;
        }
        catch (WrongUseException wrong)
        {
            return wrong.Message;
        }
    }

    private static object? Bind(CommandContribution command, ParameterContribution parameter, Value? value, Times times)
    {
        if (value is null or NothingValue)
            value = parameter.Default;

        if (value is null or NothingValue)
            throw new WrongUseException($"{command.Id} needs {parameter.Name}{(parameter.Question.Length > 0 ? $" ({parameter.Question})" : "")}. {Usage(command)}");

        return Convert(command, parameter, value, times)
            ?? throw new WrongUseException($"{parameter.Name}={value}: {command.Id} wants {Wanted(parameter.Kind)} there.");
    }

    private static object? Convert(CommandContribution command, ParameterContribution parameter, Value value, Times times)
    {
        try
        {
            return Convert(parameter.Kind, value, times);
        }
        catch (WrongUseException wrong)
        {
            throw new WrongUseException($"{parameter.Name}={value}: {command.Id} wants {Wanted(parameter.Kind)} there. {wrong.Message}");
        }
    }

    private static object? Convert(ParameterKind kind, Value value, Times times)
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
            ParameterKind.Instant => value is InstantValue known ? known.Instant : InstantOf(text, times),
            ParameterKind.TextList => value is ListValue ? value.Items.Select(item => item.ToString()).ToArray() : text.Split(',', StringSplitOptions.TrimEntries),
            ParameterKind.Time => value is InstantValue meant ? DueTime.At(meant.Instant) : times.Read(text),
            _ => null,
        };
    }

    private static DateTimeOffset InstantOf(string text, Times times) =>
        Times.ReadInstant(text) ?? throw new WrongUseException($"\"{text}\" is no instant. Write it as {times.Forms.Instant}.");

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Integer or ParameterKind.LongInteger => "a whole number",
        ParameterKind.Number => "a number, with a point for decimals,",
        ParameterKind.Flag => "true or false",
        ParameterKind.Duration => "a length of time, such as 250ms, 30s, 5m, 2h or 7d,",
        ParameterKind.Instant => "an instant",
        ParameterKind.Time => "a time",
        _ => "a text",
    };
}
