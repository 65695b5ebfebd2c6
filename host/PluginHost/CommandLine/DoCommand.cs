using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>do COMMAND [name=value …]</c>: runs a command of a plugin.</summary>
internal static class DoCommand
{
    private static readonly Argument<string> Id = new("command")
    {
        Description = "The command's id; \"pluginhost commands\" lists them.",
        CompletionSources = { Completions.CommandIds },
    };

    private static readonly Argument<string[]> Given = new("name=value")
    {
        Description = "The command's parameters.",
        Arity = ArgumentArity.ZeroOrMore,
        CompletionSources = { context => Completions.Parameters(context, context.ParseResult.GetValue(Id)) },
    };

    public static Command Make()
    {
        var command = new Command("do", "Run a command of a plugin.") { Id, Given };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var arguments = ReadArguments(commandLine.GetValue(Given) ?? []);
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        var result = await session.Engine.Commands.RunAsync(commandLine.GetRequiredValue(Id), arguments, cancel);
        session.WarnOfFaults(null);
        session.Printer.Print(result);
        return ExitCode.Done;
    }

    private static Record ReadArguments(string[] given)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new WrongUseException($"\"{text}\" is no parameter. Write it as name=value, in quotes where the value has spaces.");

            var name = text[..equals];
            if (fields.Exists(field => field.Key == name))
                throw new WrongUseException($"{name} is given twice.");

            fields.Add(KeyValuePair.Create<string, Value>(name, text[(equals + 1)..]));
        }

        return new Record(fields);
    }
}
