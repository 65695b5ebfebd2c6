using System.CommandLine;
using PluginHost.Printing;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>run SCRIPT [args]</c>: runs a campaign script.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Script = new("script")
    {
        Description = "The script, a .csx file.",
        CompletionSources = { context => Completions.Scripts(context.WordToComplete) },
    };

    private static readonly Argument<string[]> ScriptArguments = new("args")
    {
        Description = "What the script finds in Args. Put -- before the first that begins with a hyphen.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Make()
    {
        var command = new Command("run", "Run a campaign script.") { Script, ScriptArguments };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var given = commandLine.GetRequiredValue(Script);
        var path = Path.GetFullPath(given);
        if (!File.Exists(path))
            throw new WrongUseException($"There is no script {given}.{Nearest.Hint(given, Completions.ScriptPaths())}");

        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        var request = new ScriptRequest { Path = path, Args = commandLine.GetValue(ScriptArguments) ?? [] };
        var outcome = await session.Engine.Scripts.RunAsync(request, session.Person, cancel);
        StartTimes.Mark("script");
        return Tell(session, outcome);
    }

    private static int Tell(Session session, ScriptOutcome outcome)
    {
        switch (outcome)
        {
            case ScriptDone done:
                session.WarnOfFaults(null);
                if (done.Value is not NothingValue)
                    session.Printer.Print(done.Value);

                return ExitCode.Done;
            case ScriptStopped stopped:
                session.Person.Say($"Stopped: {stopped.Reason}");
                return ExitCode.Done;
            default:
                var complaint = outcome switch
                {
                    ScriptCancelled => "Cancelled.",
                    ScriptStuck => "Cancelled, but the script did not stop within 2 seconds. It ends with this program.",
                    _ => outcome.ToString()!,
                };
                Complaint.Write(complaint);
                session.WarnOfFaults(complaint);
                return ExitCode.Failed;
        }
    }
}
