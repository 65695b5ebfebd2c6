using System.CommandLine;
using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Repl;

namespace PluginHost.CommandLine;

/// <summary><c>repl</c>: runs C# as it is entered, on a terminal or from a pipe.</summary>
internal static class ReplCommand
{
    public static Command Make(Interruption interruption)
    {
        var command = new Command("repl", "Enter C# and see at once what it gives.");
        command.SetAction((commandLine, cancel) => RunAsync(commandLine, interruption, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, Interruption interruption, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        using var progress = new ScriptProgress(session.Engine.Jobs, "repl");
        session.Person.Progressing = progress.Report;
        await using var dialogue = session.Engine.NewRepl(Environment.CurrentDirectory, session.Person);
        var printer = new ReplPrinter(session, commandLine.GetValue(Common.Json));
        return Console.IsInputRedirected || Console.IsErrorRedirected
            ? await new PipedRepl(dialogue, printer).RunAsync(cancel)
            : await new TerminalRepl(session.Engine, dialogue, printer, interruption).RunAsync(cancel);
    }
}
