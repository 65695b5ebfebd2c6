using System.Globalization;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>How scripts met their expectations, for people and for programs.</summary>
internal static class TestText
{
    public static void Print(RehearsalReport report, TextWriter output)
    {
        output.WriteLine($"{(!report.IsGood ? Sign.Bad : IsNotRun(report) ? Sign.Warning : Sign.Good)} {Visible.OneLine(report.Script)}{Remark(report)}");
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

    /// <summary>Whether a script was not run, because nothing of it is due.</summary>
    public static bool IsNotRun(RehearsalReport report) => report.Runs.Count == 0;

    /// <summary>Why a script was not run, and what would run it.</summary>
    public static string WhyNotRun(RehearsalReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"not run, because nothing of it is due from {In(report, report.From):yyyy-MM-dd HH:mm} to {In(report, report.Until):yyyy-MM-dd HH:mm}; --from names another day");

    private static string Remark(RehearsalReport report) =>
        IsNotRun(report) ? $": {WhyNotRun(report)}" : HasNone(report) ? ": it expects nothing" : "";

    private static DateTimeOffset In(RehearsalReport report, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, report.Zone);

    public static void PrintSum(IReadOnlyList<RehearsalReport> reports, TextWriter output)
    {
        var expectations = reports.SelectMany(report => report.Runs).SelectMany(run => run.Expectations).ToList();
        var none = reports.Count(report => HasNone(report) && !IsNotRun(report));
        var left = reports.Count(IsNotRun);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports.Count} script{(reports.Count == 1 ? "" : "s")}, {reports.Count(report => !report.IsGood)} failed; {expectations.Count(expectation => expectation.Held)} of {expectations.Count} "
            + $"expectations held{(none > 0 ? $"; {none} without any" : "")}{(left > 0 ? $"; {left} not run" : "")}."));
    }

    public static Record RecordOf(RehearsalReport report) => Record.Of(
        ("script", report.Script),
        ("good", report.IsGood),
        ("runs", report.Runs.Count),
        ("expectations", report.Runs.Sum(run => run.Expectations.Count)),
        ("held", report.Runs.Sum(run => run.Expectations.Count(expectation => expectation.Held))),
        ("rehearsal", RehearsalRecord.Of(report)));

    /// <summary>Whether a script expects nothing of itself. That is no failure, and is said.</summary>
    public static bool HasNone(RehearsalReport report) => report.Runs.All(run => run.Expectations.Count == 0);

    /// <summary>What went wrong beside the runs themselves.</summary>
    public static IEnumerable<string> Faults(RehearsalReport report) =>
        report.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Text);
}
