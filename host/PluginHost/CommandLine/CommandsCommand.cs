using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>commands</c>: what <c>do</c> can run.</summary>
internal static class CommandsCommand
{
    public static Command Make()
    {
        var command = new Command("commands", "List the commands of all plugins.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        session.Printer.Print(Table.Of(
            session.Engine.Commands.All.OrderBy(pair => pair.Command.Id, StringComparer.Ordinal),
            ("id", pair => pair.Command.Id),
            ("title", pair => pair.Command.Title),
            ("parameters", pair => CommandHelp.Usage(pair.Command)),
            ("key", pair => pair.Command.Key),
            ("description", pair => pair.Command.Description)));
        return ExitCode.Done;
    }
}
