using System.CommandLine;
using PluginHost.Engine.Isolation;
using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>run SCRIPT [args]</c>: runs a campaign script.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Script = new("script")
    {
        Description = "The script is a .csx file.",
        HelpName = "script",
    };

    private static readonly Argument<string[]> ScriptArguments = new("args")
    {
        Description = "What the script finds in Args. Put -- before the first that is an option of this program.",
        HelpName = "args",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Fresh = new("--fresh")
    {
        Description = "Begin anew where an earlier run was interrupted, and do all of it again.",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Go on with the run that was interrupted although the script was changed since.",
    };

    private static readonly Option<bool> Isolate = new("--isolate")
    {
        Description = "Run it in a process of its own, which is ended with the script where that does not stop.",
    };

    /// <summary>What the program tells a process of its own that it starts: see <see cref="IsolatedProcess"/>.</summary>
    public static Option<string?> Control { get; } = new(IsolatedProcess.ControlOption) { Hidden = true };

    public static Command Make()
    {
        var command = new Command("run", "Run a campaign script.") { Script, ScriptArguments, Fresh, Resume, Isolate, Control };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var resumption = ReadResumption(commandLine);
        var path = ScriptFinder.Find(commandLine.GetRequiredValue(Script));
        if (commandLine.GetValue(Isolate))
            return await IsolatedRun.RunAsync(commandLine, path, commandLine.GetValue(ScriptArguments) ?? [], resumption, cancel);

        using var parent = commandLine.GetValue(Control) is { } control ? ParentWatch.Of(control, TimeProvider.System) : null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, parent?.Gone ?? CancellationToken.None);
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        var request = new ScriptRequest { Path = path, Args = commandLine.GetValue(ScriptArguments) ?? [], Resumption = resumption };
        using var progress = new ScriptProgress(session.Engine.Jobs, Path.GetFileNameWithoutExtension(path));
        session.Person.Progressing = progress.Report;
        var outcome = await session.Engine.Scripts.RunAsync(request, session.Person, either.Token);
        StartTimes.Mark("script");
        return Tell(session, outcome);
    }

    private static Resumption ReadResumption(ParseResult commandLine) => (commandLine.GetValue(Fresh), commandLine.GetValue(Resume)) switch
    {
        (true, true) => throw new WrongUseException("--fresh begins anew, --resume goes on: give one of them."),
        (true, _) => Resumption.Fresh,
        (_, true) => Resumption.Changed,
        _ => Resumption.Unchanged,
    };

    /// <summary>Says how a script has ended.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Session session, ScriptOutcome outcome)
    {
        switch (outcome)
        {
            case ScriptDone done:
                session.Printer.Print(done.Value);
                return ExitCode.Done;
            case ScriptStopped stopped:
                session.Person.Say($"Stopped: {stopped.Reason}");
                session.Printer.Print(Value.Nothing);
                return ExitCode.Done;
            case ScriptChanged changed:
                Complaint.Write(changed.Message);
                return ExitCode.WrongUse;
            default:
                var complaint = outcome switch
                {
                    ScriptCancelled => "Cancelled.",
                    ScriptStuck => "Cancelled, but the script did not stop within 2 seconds. It ends with this program" + UnderWay(session),
                    _ => outcome.ToString()!,
                };
                session.HasTold(complaint);
                Complaint.Write(complaint);
                return ExitCode.Failed;
        }
    }

    private static string UnderWay(Session session) =>
        string.Join(", ", session.Engine.Jobs.Running.Select(job => job.Title)) is { Length: > 0 } jobs ? $", and with it what was under way: {jobs}." : ".";
}
