using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>do COMMAND [name=value …]</c>: runs a command of a plugin.</summary>
internal static class DoCommand
{
    // What a shell's tools call standard input.
    private const string Piped = "-";

    private static readonly Argument<string> Id = new("command")
    {
        Description = "\"pluginhost commands\" lists them with their parameters.",
        HelpName = "command",
    };

    private static readonly Argument<string[]> Given = new("name=value")
    {
        Description = "The command's parameters; \"pluginhost do COMMAND --help\" explains them. name=- takes all of standard input.",
        HelpName = "name=value",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Make()
    {
        var command = new Command("do", "Run a command of a plugin.") { Id, Given };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The command's id, where the line is one of <c>do</c> and has come so far.</summary>
    public static string? IdIn(ParseResult commandLine) => commandLine.GetResult(Id) is { Tokens: [var token, ..] } ? token.Value : null;

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var arguments = ReadArguments(commandLine.GetValue(Given) ?? []);
        await using var session = Session.Open(commandLine);
        await TrustQuestion.DemandForAsync(commandLine.GetRequiredValue(Id), session.Engine, cancel);
        session.WarnOfRefusedPlugins();
        try
        {
            session.Printer.Print(await session.Engine.Commands.RunAsync(commandLine.GetRequiredValue(Id), arguments, cancel));
            return ExitCode.Done;
        }
        catch (FailedWithResultException failed)
        {
            session.Printer.Print(failed.Result);
            throw;
        }
        catch (NobodyAnswersException nobody)
        {
            throw new PluginHostException(
                $"{commandLine.GetValue(Id)} asks \"{nobody.Question}\", and nobody is there to answer. Answer with a parameter: {session.Engine.Commands.UsageOf(commandLine.GetRequiredValue(Id))}. "
                + "Or run it in a terminal, or pipe the answer in.",
                nobody);
        }
        catch (PluginFaultedException fault)
        {
            session.HasTold(fault.Message);
            throw;
        }
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

        // Last, so that a misspelt line waits for no input.
        var piped = fields.FindIndex(field => field.Value.ToString() == Piped);
        if (piped >= 0)
        {
            if (fields.FindIndex(piped + 1, field => field.Value.ToString() == Piped) is >= 0 and var second)
                throw new WrongUseException($"{fields[piped].Key} and {fields[second].Key} both are {Piped}, and standard input can be read once. Write one of them out.");

            fields[piped] = KeyValuePair.Create<string, Value>(fields[piped].Key, StandardInput.ReadText());
        }

        return new Record(fields);
    }
}
