using System.CommandLine;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>check</c>: what stands against everything that is planned. It fails where something would stop a post, so that a build can ask.</summary>
internal static class CheckCommand
{
    private static readonly Option<bool> Strict = new("--strict") { Description = "Fail on warnings, too." };

    public static Command Make()
    {
        var command = new Command("check", "Check everything that is planned or written down. Nothing is sent.") { Strict };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();
        var publisher = await session.Engine.GetPublisherAsync(cancel);
        var found = await publisher.CheckPlannedAsync(cancel);
        if (found.Count == 0 && !commandLine.GetValue(Common.Json))
            session.Tell("Nothing stands against what is planned.");
        else
            session.Printer.Print(TableOf(found, session.Engine.Workspace.Zone));

        var least = commandLine.GetValue(Strict) ? Severity.Warning : Severity.Error;
        return found.Any(each => each.Problem.Severity >= least) ? ExitCode.Failed : ExitCode.Done;
    }

    private static Table TableOf(IReadOnlyList<PlannedProblem> found, TimeZoneInfo zone) => Table.Of(
        found,
        ("post", each => each.Post),
        ("due", each => each.At is { } at ? TimeZoneInfo.ConvertTime(at, zone) : Value.Nothing),
        ("profile", each => each.Problem.Profile),
        ("severity", each => each.Problem.Severity.ToString().ToLowerInvariant()),
        ("message", each => each.Problem.Message),
        ("rule", each => each.Problem.Rule));
}
