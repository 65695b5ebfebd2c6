using System.CommandLine;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>globals [NAME]</c>: what every script sees without asking.</summary>
internal static class GlobalsCommand
{
    private static readonly Argument<string?> Name = new("name")
    {
        Description = "The global to tell all about; without it, all of them are listed.",
        HelpName = "name",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Make()
    {
        var command = new Command("globals", "List what every script sees without asking.") { Name };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        var globals = session.Engine.Scripts.Globals;
        var isJson = commandLine.GetValue(Common.Json);
        if (commandLine.GetValue(Name) is not { } name)
        {
            session.Printer.Print(isJson
                ? new ListValue([.. globals.Select(ValueOf)])
                : Table.Of(globals, ("name", global => global.Name), ("plugin", global => global.Plugin), ("description", global => global.FirstSentence)));
            return ExitCode.Done;
        }

        var found = globals.FirstOrDefault(global => global.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new WrongUseException($"There is no global \"{name}\".{Nearest.Hint(name, globals.Select(global => global.Name))} \"pluginhost globals\" lists them.");
        session.Printer.Print(isJson ? ValueOf(found) : found.ToString());
        return ExitCode.Done;
    }

    private static Value ValueOf(DescribedGlobal global) => Record.Of(
        ("name", global.Name),
        ("plugin", global.Plugin),
        ("description", global.Description),
        ("forms", ListOf(global.Forms)),
        ("members", ListOf(global.Members)));

    private static ListValue ListOf(IReadOnlyList<DescribedMember> members) => new([.. members.Select(member => (Value)Record.Of(
        ("usage", member.Usage),
        ("description", member.Description),
        ("details", new ListValue([.. member.Details.Select(line => (Value)line)]))))]);
}
