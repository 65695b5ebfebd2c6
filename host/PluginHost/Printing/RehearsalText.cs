using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>What came of a rehearsal, for people who read it in a terminal.</summary>
internal static class RehearsalText
{
    // A script may say a line a minute for a month. What it said last is what it came to.
    private const int MostSaid = 20;

    public static void Print(RehearsalReport report, TextWriter output)
    {
        output.WriteLine($"Rehearsal of {report.Script}, {Moment(report, report.From)} to {Moment(report, report.Until)} ({report.Zone.Id}), seed {Visible.OneLine(report.Seed)}");
        output.WriteLine(report.Store);
        PrintTimeline(report, output);
        PrintRuns(report, output);
        PrintProblems(report, output);
        output.WriteLine();
        TablePrinter.Print(CountsOf(report), output);
    }

    /// <summary>How a post stands, in a word.</summary>
    public static string StateOf(RehearsedPost post) => post.State switch
    {
        TargetState.Sent => "sent",
        TargetState.Refused => "refused",
        TargetState.Unknown => "unknown",
        _ => "put off",
    };

    /// <summary>How a run ended, in a line.</summary>
    public static string EndOf(RehearsedRun run) => run.Outcome switch
    {
        null => "it had no end within the days, and was stopped",
        Engine.Scripting.ScriptDone => "done",
        Engine.Scripting.ScriptStopped stopped => $"stopped itself: {stopped.Reason}",
        Engine.Scripting.ScriptStuck => "it waits for something that never comes, and did not stop",
        var other => other.ToString()!,
    };

    /// <summary>The counts, with what it would have cost, where prices are known.</summary>
    public static Table CountsOf(RehearsalReport report) => Table.Of(
        report.Counts,
        ("profile", count => count.Profile),
        ("posts", count => count.Posts),
        ("answers", count => count.Answers),
        ("replies", count => count.Replies),
        ("reactions", count => count.Reactions),
        ("cost", count => CostOf(count)));

    /// <summary>A cost as a person reads it: a sum, free, or not known.</summary>
    public static string CostOf(ProfileCount count) => count.Cost is null ? "n/a" : count.Cost.Micros == 0 ? "free" : count.Cost.ToString();

    private static void PrintTimeline(RehearsalReport report, TextWriter output)
    {
        var width = report.Timeline.Select(post => post.Profile.Length).DefaultIfEmpty().Max();
        var day = default(DateOnly);
        foreach (var post in report.Timeline)
        {
            var local = TimeZoneInfo.ConvertTime(post.At, report.Zone);
            if (DateOnly.FromDateTime(local.DateTime) != day)
            {
                day = DateOnly.FromDateTime(local.DateTime);
                output.WriteLine();
                output.WriteLine(local.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            var answers = post.Answers is { } answered ? $"(to {answered}) " : "";
            var reason = post.Reason.Length > 0 ? $" [{post.Reason}]" : "";
            output.WriteLine(
                $"  {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {post.Profile.PadRight(width)}  {StateOf(post),-7}  "
                + Visible.OneLine($"{answers}{post.Text}{reason}"));
        }

        if (report.Timeline.Count == 0)
        {
            output.WriteLine();
            output.WriteLine("Nothing was posted.");
        }
    }

    private static void PrintRuns(RehearsalReport report, TextWriter output)
    {
        output.WriteLine();
        foreach (var run in report.Runs)
        {
            output.WriteLine(Visible.Lines(string.Create(
                CultureInfo.InvariantCulture, $"Run {run.Number}, {Moment(report, run.From)} to {Moment(report, run.Until)}: {EndOf(run)}")));
            foreach (var expectation in run.Expectations)
                output.WriteLine($"  {(expectation.Held ? Sign.Good : Sign.Bad)} {Visible.OneLine(Line(expectation))}");

            PrintSaid(report, run, output);
        }

        if (report.Runs.Count == 0)
            output.WriteLine("The script was not run: nothing is due within the days.");
    }

    /// <summary>The newest lines that a run has said, as many as reports show.</summary>
    public static IEnumerable<SaidLine> SaidLast(RehearsedRun run) => run.Said.Skip(run.Said.Count - MostSaid);

    /// <summary>How many lines were left out before those; empty where none were.</summary>
    public static string SaidMore(RehearsedRun run) =>
        run.Said.Count > MostSaid ? string.Create(CultureInfo.InvariantCulture, $"… and {run.Said.Count - MostSaid} more before") : "";

    private static void PrintSaid(RehearsalReport report, RehearsedRun run, TextWriter output)
    {
        if (SaidMore(run) is { Length: > 0 } more)
            output.WriteLine($"  {more}");

        foreach (var said in SaidLast(run))
        {
            var time = TimeZoneInfo.ConvertTime(said.At, report.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            output.WriteLine($"  {time}  says: {Visible.OneLine(said.Text.ReplaceLineEndings("\n"))}");
        }
    }

    /// <summary>An expectation in a line.</summary>
    public static string Line(MetExpectation expectation) => string.Create(
        CultureInfo.InvariantCulture,
        $"line {expectation.Line}: {expectation.Text}{(expectation.Instead.Length > 0 ? $"; {expectation.Instead}" : expectation.Held ? "" : "; it is not so")}");

    private static void PrintProblems(RehearsalReport report, TextWriter output)
    {
        output.WriteLine();
        var failed = report.Runs.Count(run => !run.IsGood);
        output.WriteLine(report.Problems.Count == 0 && failed == 0 ? "No problems." : "Problems:");
        if (failed > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Sign.Bad} {failed} of {report.Runs.Count} runs did not end as they should; see above."));

        foreach (var problem in report.Problems)
            output.WriteLine($"  {(problem.Severity == Severity.Error ? Sign.Bad : Sign.Warning)} {Moment(report, problem.At)}  {Visible.Lines(problem.Text)}");

        foreach (var mail in report.Mails)
            output.WriteLine($"A mail would have gone to {Visible.OneLine(string.Join(", ", mail.To))} at {Moment(report, mail.At)}: {Visible.OneLine(mail.Subject)}");

        foreach (var file in report.Files)
            output.WriteLine($"{Visible.OneLine(file)} would have been written.");
    }

    private static string Moment(RehearsalReport report, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, report.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
