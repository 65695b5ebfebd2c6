using System.Globalization;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>How scripts met their expectations, for people and for programs.</summary>
internal static class TestText
{
    public static void Print(RehearsalReport report, TextWriter output)
    {
        output.WriteLine($"{(report.IsGood ? Sign.Good : Sign.Bad)} {report.Script}{(HasNone(report) ? ": it expects nothing" : "")}");
        foreach (var run in report.Runs)
        {
            if (!run.IsGood)
                output.WriteLine($"  {Sign.Bad} {Visible.Lines(RehearsalText.EndOf(run))}");

            foreach (var expectation in run.Expectations)
                output.WriteLine($"  {(expectation.Held ? Sign.Good : Sign.Bad)} {Visible.OneLine(RehearsalText.Line(expectation))}");
        }

        foreach (var problem in Faults(report))
            output.WriteLine($"  {Sign.Bad} {Visible.Lines(problem)}");
    }

    public static void PrintSum(IReadOnlyList<RehearsalReport> reports, TextWriter output)
    {
        var expectations = reports.SelectMany(report => report.Runs).SelectMany(run => run.Expectations).ToList();
        var none = reports.Count(HasNone);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports.Count} script{(reports.Count == 1 ? "" : "s")}, {reports.Count(report => !report.IsGood)} failed; {expectations.Count(expectation => expectation.Held)} of {expectations.Count} "
            + $"expectations held{(none > 0 ? $"; {none} without any" : "")}."));
    }

    public static Record RecordOf(RehearsalReport report) => Record.Of(
        ("script", report.Script),
        ("good", report.IsGood),
        ("expectations", report.Runs.Sum(run => run.Expectations.Count)),
        ("held", report.Runs.Sum(run => run.Expectations.Count(expectation => expectation.Held))),
        ("rehearsal", RehearsalRecord.Of(report)));

    /// <summary>Whether a script expects nothing of itself. That is no failure, and is said.</summary>
    public static bool HasNone(RehearsalReport report) => report.Runs.All(run => run.Expectations.Count == 0);

    /// <summary>What went wrong beside the runs themselves.</summary>
    public static IEnumerable<string> Faults(RehearsalReport report) =>
        report.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Text);
}
