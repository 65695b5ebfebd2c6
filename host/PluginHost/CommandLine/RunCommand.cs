using System.CommandLine;
using PluginHost.Engine.Isolation;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Settings;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>run SCRIPT [args]</c>: runs a campaign script.</summary>
internal static class RunCommand
{
    private static readonly Argument<string?> Script = new("script")
    {
        Description = "The script is a .csx file.",
        HelpName = "script",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string[]> ScriptArguments = new("args")
    {
        Description = "What the script finds in Args. Put -- before the first that begins with a dash.",
        HelpName = Misuse.ScriptWords,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Fresh = new("--fresh")
    {
        Description = "Begin anew where an earlier run was interrupted or its plan was done, and do all of it again.",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Go on with the run that was interrupted, although the script was changed since. Where none was, nothing is run.",
    };

    private static readonly Option<bool> Isolate = new("--isolate")
    {
        Description = "Run it in a process of its own, which is ended with the script where that does not stop.",
    };

    private static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Run what was rehearsed, as it was planned, and nothing beyond: a file that \"rehearse --plan FILE\" has written.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Timeout = new("--timeout")
    {
        Description = $"Stop it after this time: {DurationText.Wanted}.",
        HelpName = "time",
    };

    private static readonly Option<bool> Stats = new("--stats")
    {
        Description = "Tell at the end how long it took, and what its thread used.",
    };

    /// <summary>What the program tells a process of its own that it starts: see <see cref="IsolatedProcess"/>.</summary>
    public static Option<string?> Control { get; } = new(IsolatedProcess.ControlOption) { Hidden = true };

    public static Command Make()
    {
        var command = new Command("run", "Run a campaign script.") { Script, ScriptArguments, Fresh, Resume, Timeout, Stats, Isolate, Plan, Control };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        Misuse.RefuseLooseOption(commandLine);
        var resumption = ReadResumption(commandLine);
        var timeout = ReadTimeout(commandLine);
        var planned = ReadPlan(commandLine);
        var path = planned?.Script ?? ScriptFinder.Find(commandLine.GetValue(Script) ?? throw new WrongUseException(
            "\"run\" needs a script: pluginhost run SCRIPT [args …]. The script is a .csx file."));
        await TrustQuestion.DemandAsync(commandLine, cancel);
        if (commandLine.GetValue(Isolate))
            return await IsolatedRun.RunAsync(commandLine, OwnOptions(commandLine, resumption), path, commandLine.GetValue(ScriptArguments) ?? [], cancel);

        var parent = commandLine.GetValue(Control) is { } control ? ParentWatch.Of(control, TimeProvider.System) : null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, parent?.Gone ?? CancellationToken.None);
        await using var session = Session.Open(commandLine, planned?.Guard);
        session.WarnOfRefusedPlugins();
        var args = planned?.Args ?? commandLine.GetValue(ScriptArguments) ?? [];
        var request = new ScriptRequest { Path = path, Args = args, Resumption = resumption, Timeout = timeout, Plan = planned?.Guard.Id ?? "" };
        using var progress = new ScriptProgress(session.Engine.Jobs, Path.GetFileNameWithoutExtension(path));
        session.Person.Progressing = progress.Report;
        var outcome = await session.Engine.Scripts.RunAsync(request, session.Person, either.Token);
        StartTimes.Mark("script");
        if (commandLine.GetValue(Stats))
            Complaint.Write(UsageText.Of(outcome));

        var exitCode = Tell(session, outcome);
        if (outcome is not ScriptNotStarted)
            planned?.Tell(session);

        return exitCode;
    }

    private static TimeSpan? ReadTimeout(ParseResult commandLine) => commandLine.GetValue(Timeout) switch
    {
        null => null,
        var text when DurationText.Parse(text) is { } time && time > TimeSpan.Zero && time.TotalDays <= 40 => time,
        var text => throw new WrongUseException($"\"{text}\" is no time to stop after. Give {DurationText.Wanted}, forty days at most."),
    };

    private static List<string> OwnOptions(ParseResult commandLine, Resumption resumption) =>
    [
        .. resumption switch { Resumption.Fresh => ["--fresh"], Resumption.Changed => ["--resume"], _ => Array.Empty<string>() },
        .. commandLine.GetValue(Timeout) is { } timeout ? ["--timeout", timeout] : Array.Empty<string>(),
        .. commandLine.GetValue(Stats) ? ["--stats"] : Array.Empty<string>(),
    ];

    private static Resumption ReadResumption(ParseResult commandLine) => (commandLine.GetValue(Fresh), commandLine.GetValue(Resume)) switch
    {
        (true, true) => throw new WrongUseException("--fresh begins anew, --resume goes on: give one of them."),
        (true, _) => Resumption.Fresh,
        (_, true) => Resumption.Changed,
        _ => Resumption.Unchanged,
    };

    private static PlannedRunning? ReadPlan(ParseResult commandLine)
    {
        if (commandLine.GetValue(Plan) is not { } file)
            return null;

        return commandLine.GetValue(Isolate)
            ? throw new WrongUseException("--plan holds a run to its plan in this process, --isolate takes it to another: give one of them.")
            : PlannedRunning.Read(file, commandLine, commandLine.GetValue(Script));
    }

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
            case ScriptChanged or ScriptNotStarted:
                Complaint.Write(outcome.ToString()!);
                return ExitCode.WrongUse;
            default:
                var complaint = outcome switch
                {
                    ScriptCancelled { Timeout: { } timeout } => $"Stopped after {DurationText.Of(timeout)}, the time that it was given.",
                    ScriptCancelled => "Cancelled.",
                    ScriptStuck stuck => $"{(stuck.Timeout is { } timeout ? $"Told to stop after {DurationText.Of(timeout)}" : "Cancelled")}, but the script did not stop within 2 seconds: "
                        + $"it {(stuck.IsWaiting ? "waits for something that does not come" : "is in a call that does not come back")}. It ends with this program" + UnderWay(session),
                    _ => outcome.ToString()!,
                };
                session.HasTold(complaint);
                Complaint.Write(complaint);
                return ExitCode.Failed;
        }
    }

    private static string UnderWay(Session session) =>
        string.Join(", ", session.Engine.Jobs.Running.Where(job => !job.IsResumable).Select(job => job.Title)) is { Length: > 0 } jobs ? $", and with it what was under way: {jobs}." : ".";
}
