using System.CommandLine;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary><c>plugins search</c> and <c>plugins doctor</c>: what looks and changes nothing.</summary>
internal static class LookVerbs
{
    private static readonly Argument<string?> Text = new("text") { Description = "What to look for. Without it: all plugins.", HelpName = "text", Arity = ArgumentArity.ZeroOrOne };

    public static Command Search()
    {
        var verb = new Command("search", "Look for plugins in the sources.") { Text, PackageArguments.Source, PackageArguments.Prerelease };
        verb.SetAction(SearchAsync);
        return verb;
    }

    public static Command Doctor()
    {
        var verb = new Command("doctor", "Look whether the installed plugins are as they were installed, and for newer versions.") { PackageArguments.Source, PackageArguments.Prerelease };
        verb.SetAction(DoctorAsync);
        return verb;
    }

    private static async Task<int> SearchAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var unasked = 0;
        var offered = await PackageArguments.Open(commandLine).SearchAsync(commandLine.GetValue(Text) ?? "", CannotAsk, cancel);
        Print(commandLine, Table.Of(
            offered,
            ("id", plugin => plugin.Id),
            ("version", plugin => plugin.Version),
            ("description", plugin => plugin.Description),
            ("authors", plugin => plugin.Authors),
            ("source", plugin => plugin.Source)));
        return offered.Count == 0 && unasked > 0 ? ExitCode.Failed : ExitCode.Done;

        void CannotAsk(string reason)
        {
            unasked++;
            Complaint.Warn(reason);
        }
    }

    private static async Task<int> DoctorAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var findings = await PackageArguments.Open(commandLine).DoctorAsync(cancel);
        if (findings.Count == 0 && !commandLine.GetValue(Common.Json))
            Console.Error.WriteLine("All installed plugins are as they were installed, and none is out of date.");
        else
            Print(commandLine, Table.Of(findings, ("id", finding => finding.Id), ("severity", finding => finding.Severity.ToString().ToLowerInvariant()), ("finding", finding => finding.Text)));

        return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Print(ParseResult commandLine, Table table) => new ValuePrinter(commandLine.GetValue(Common.Json), Console.Out, new ProgressLine()).Print(table);
}
