using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>What came of a rehearsal, as data for programs.</summary>
internal static class RehearsalRecord
{
    public static Record Of(RehearsalReport report) => Sdk.Record.Of(
        ("script", report.Script),
        ("workspace", report.Workspace),
        ("zone", report.Zone.Id),
        ("from", In(report, report.From)),
        ("until", In(report, report.Until)),
        ("seed", report.Seed),
        ("good", report.IsGood),
        ("store", report.Store),
        ("timeline", new ListValue(report.Timeline.Select(post => (Value)Post(report, post)))),
        ("runs", new ListValue(report.Runs.Select(run => (Value)Run(report, run)))),
        ("problems", new ListValue(report.Problems.Select(problem => (Value)Problem(report, problem)))),
        ("counts", RehearsalText.CountsOf(report)),
        ("mails", new ListValue(report.Mails.Select(mail => (Value)Mail(report, mail)))),
        ("files", new ListValue(report.Files.Select(file => (Value)file))));

    private static Record Post(RehearsalReport report, RehearsedPost post) => Sdk.Record.Of(
        ("at", In(report, post.At)),
        ("profile", post.Profile),
        ("text", post.Text),
        ("state", RehearsalText.StateOf(post)),
        ("reason", post.Reason),
        ("answers", post.Answers),
        ("run", post.Run));

    private static Record Run(RehearsalReport report, RehearsedRun run) => Sdk.Record.Of(
        ("number", run.Number),
        ("from", In(report, run.From)),
        ("until", In(report, run.Until)),
        ("good", run.IsGood),
        ("end", RehearsalText.EndOf(run)),
        ("said", new ListValue(run.Said.Select(line => (Value)Sdk.Record.Of(("at", In(report, line.At)), ("text", line.Text))))),
        ("expectations", new ListValue(run.Expectations.Select(expectation => (Value)Expectation(expectation)))));

    private static Record Expectation(MetExpectation expectation) => Sdk.Record.Of(
        ("line", expectation.Line), ("text", expectation.Text), ("held", expectation.Held), ("instead", expectation.Instead));

    private static Record Problem(RehearsalReport report, RehearsalProblem problem) => Sdk.Record.Of(
        ("at", In(report, problem.At)),
        ("severity", problem.Severity.ToString().ToLowerInvariant()),
        ("text", problem.Text));

    private static Record Mail(RehearsalReport report, RehearsedMailing mail) => Sdk.Record.Of(
        ("at", In(report, mail.At)), ("to", new ListValue(mail.To.Select(address => (Value)address))), ("subject", mail.Subject));

    private static DateTimeOffset In(RehearsalReport report, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, report.Zone);
}
