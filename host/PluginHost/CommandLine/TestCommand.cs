using System.CommandLine;
using PluginHost.Engine.Rehearsing;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>test [scripts]</c>: rehearses scripts, each by itself, and says whether what they expect of themselves came so.</summary>
internal static class TestCommand
{
    private static readonly Argument<string[]> Scripts = new("scripts")
    {
        Description = "Scripts, or folders with scripts. Default: scripts/ of the workspace.",
        HelpName = "scripts",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> JUnit = new("--junit")
    {
        Description = "Also write the outcome as JUnit's XML, which build servers read.",
        HelpName = "FILE",
    };

    public static Command Make()
    {
        var command = new Command("test", "Rehearse scripts, and say whether their expectations hold.") { Scripts };
        RehearsalOptions.AddTo(command);
        command.Options.Add(JUnit);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        Misuse.RefuseLooseOption(commandLine);
        var options = RehearsalOptions.EngineFor(commandLine);
        var scripts = Find(commandLine.GetValue(Scripts) ?? [], Path.GetDirectoryName(options.WorkspaceFile)!);
        await TrustQuestion.DemandAsync(commandLine, cancel);
        var isJson = commandLine.GetValue(Common.Json);
        var reports = new List<RehearsalReport>();
        foreach (var script in scripts)
        {
            var report = await Rehearser.RunAsync(options, RehearsalOptions.ReadDue(commandLine, options, script), cancel);
            reports.Add(report);
            if (!isJson)
                TestText.Print(report, Console.Out);
        }

        if (commandLine.GetValue(JUnit) is { } file)
            ReportFile.Write(file, "--junit", JUnitXml.Of(reports));

        if (isJson)
            Console.Out.WriteLine(ValueJson.Of(new ListValue(reports.Select(report => (Value)TestText.RecordOf(report)))));
        else
            TestText.PrintSum(reports, Console.Out);

        return reports.TrueForAll(report => report.IsGood) ? ExitCode.Done : ExitCode.Failed;
    }

    private static List<string> Find(IReadOnlyList<string> named, string root)
    {
        var found = (named.Count > 0 ? named : [Path.Combine(root, "scripts")]).SelectMany(FindIn).Distinct(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new WrongUseException($"There are no scripts, .csx files, in {string.Join(" and ", named)}.");
    }

    private static IEnumerable<string> FindIn(string name)
    {
        if (!Directory.Exists(name))
            return [ScriptFinder.Find(name)];

        var scripts = Directory.EnumerateFiles(name, "*.csx").Select(Path.GetFullPath).Order(StringComparer.Ordinal).ToList();
        return scripts.Count > 0 ? scripts : throw new WrongUseException($"There are no scripts, .csx files, in {name}.");
    }
}
