using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Rehearsing;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>rehearse SCRIPT [args]</c>: what a script would do in the days to come. Nothing of it leaves the machine, and nothing of it stays.</summary>
internal static class RehearseCommand
{
    private static readonly Argument<string> Script = new("script")
    {
        Description = "The script is a .csx file.",
        HelpName = "script",
    };

    private static readonly Argument<string[]> ScriptArguments = new("args")
    {
        Description = "What the script finds in Args. Put -- before the first that begins with a dash.",
        HelpName = Misuse.ScriptWords,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Also write what came of it as a page.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Also write a plan, for \"run --plan FILE\": the posts that are certain, and bounds for the rest.",
        HelpName = "FILE",
    };

    public static Command Make()
    {
        var command = new Command("rehearse", "Rehearse a campaign script: let days pass in moments, on an invented network.") { Script, ScriptArguments };
        RehearsalOptions.AddTo(command);
        command.Options.Add(Html);
        command.Options.Add(Plan);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        Misuse.RefuseLooseOption(commandLine);
        var path = ScriptFinder.Find(commandLine.GetRequiredValue(Script));
        await TrustQuestion.DemandAsync(commandLine, cancel);
        var options = RehearsalOptions.EngineFor(commandLine);
        var request = RehearsalOptions.Read(commandLine, options, path, commandLine.GetValue(ScriptArguments) ?? []);
        var report = await Rehearser.RunAsync(options, request, cancel);
        if (commandLine.GetValue(Html) is { } page)
            ReportFile.Write(page, "--html", RehearsalPage.Of(report));

        if (commandLine.GetValue(Common.Json))
            Console.Out.WriteLine(ValueJson.Of(RehearsalRecord.Of(report)));
        else
            RehearsalText.Print(report, Console.Out);

        if (commandLine.GetValue(Plan) is { } plan)
            ReportFile.Write(plan, "--plan", PlanFile.Write(PlanMaker.Of(report, request.Args)));

        return report.IsGood ? ExitCode.Done : ExitCode.Failed;
    }
}
