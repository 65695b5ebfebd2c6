using System.Globalization;
using System.Net;
using System.Text;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>What came of a rehearsal, as a page in one file: no script, nothing fetched, every text escaped and in its own direction.</summary>
internal static class RehearsalPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fbfbfa; }
        h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d8dce2; padding-bottom: .2rem; }
        h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; } p { margin: .3rem 0; } .quiet { color: #5a6472; } table { border-collapse: collapse; width: 100%; }
        th, td { text-align: start; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #eceef1; } th { color: #5a6472; font-weight: 600; }
        td.time, td.number { white-space: nowrap; font-variant-numeric: tabular-nums; } td.number, th.number { text-align: end; } .profile { white-space: nowrap; font-weight: 600; }
        .text { width: 100%; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; } .answer .text { padding-inline-start: 1.5rem; }
        .good { color: #14663a; } .bad { color: #a11616; } .warning { color: #8a5a00; } ul { padding-inline-start: 1.2rem; margin: .3rem 0; }
        @media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181d; } h2 { border-color: #333b46; } th, td { border-color: #262d36; }
        .quiet, th { color: #9aa5b4; } .good { color: #6fd39b; } .bad { color: #ff8f8f; } .warning { color: #f0c060; } }
        """;

    public static string Of(RehearsalReport report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rehearsal of {Escape(report.Script)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Rehearsal of <bdi>{Escape(report.Script)}</bdi></h1>
            <p class="quiet">{Moment(report, report.From)} to {Moment(report, report.Until)} ({Escape(report.Zone.Id)}), seed {Escape(report.Seed)}. {Escape(report.Store)}</p>
            <p class="{(report.IsGood ? "good" : "bad")}">{(report.IsGood ? $"{Sign.Good} It went as it should." : $"{Sign.Bad} It did not go as it should.")}</p>

            """);
        AppendCounts(page, report);
        AppendProblems(page, report);
        AppendRuns(page, report);
        AppendTimeline(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendCounts(StringBuilder page, RehearsalReport report)
    {
        page.Append("<h2>Counts</h2>\n<table>\n<tr><th>Profile</th><th class=\"number\">Posts</th><th class=\"number\">Answers</th>")
            .Append("<th class=\"number\">Replies</th><th class=\"number\">Reactions</th><th class=\"number\">Cost</th></tr>\n");
        foreach (var count in report.Counts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"profile\">{Isolated(count.Profile)}</td><td class=\"number\">{count.Posts}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{count.Answers}</td><td class=\"number\">{count.Replies}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{count.Reactions}</td><td class=\"number\">{RehearsalText.CostOf(count)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void AppendProblems(StringBuilder page, RehearsalReport report)
    {
        page.Append("<h2>Problems</h2>\n");
        if (report.Problems.Count == 0)
            page.Append("<p>None.</p>\n");

        foreach (var problem in report.Problems)
        {
            var (kind, sign) = problem.Severity == Severity.Error ? ("bad", Sign.Bad) : ("warning", Sign.Warning);
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\">{sign} {Moment(report, problem.At)} <span dir=\"auto\">{Escape(problem.Text)}</span></p>\n");
        }

        foreach (var mail in report.Mails)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>{Moment(report, mail.At)} A mail would have gone to {Isolated(string.Join(", ", mail.To))}: {Isolated(mail.Subject)}</p>\n");
        }

        foreach (var file in report.Files)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Isolated(file)} would have been written.</p>\n");
    }

    private static void AppendRuns(StringBuilder page, RehearsalReport report)
    {
        page.Append("<h2>Runs</h2>\n");
        if (report.Runs.Count == 0)
            page.Append("<p>None: nothing is due within the days.</p>\n");

        foreach (var run in report.Runs)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"{(run.IsGood ? "good" : "bad")}\">{(run.IsGood ? Sign.Good : Sign.Bad)} Run {run.Number}, {Moment(report, run.From)} to "
                + $"{Moment(report, run.Until)}: <span dir=\"auto\">{Escape(RehearsalText.EndOf(run))}</span></p>\n");
            AppendExpectations(page, run);
            AppendSaid(page, report, run);
        }
    }

    private static void AppendExpectations(StringBuilder page, RehearsedRun run)
    {
        if (run.Expectations.Count == 0)
            return;

        page.Append("<ul>\n");
        foreach (var expectation in run.Expectations)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"{(expectation.Held ? "good" : "bad")}\">{(expectation.Held ? Sign.Good : Sign.Bad)} {Isolated(RehearsalText.Line(expectation))}</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void AppendSaid(StringBuilder page, RehearsalReport report, RehearsedRun run)
    {
        if (run.Said.Count == 0)
            return;

        page.Append("<table>\n");
        if (RehearsalText.SaidMore(run) is { Length: > 0 } more)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"quiet\" colspan=\"2\">{more}</td></tr>\n");

        foreach (var said in RehearsalText.SaidLast(run))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"time\">{TimeZoneInfo.ConvertTime(said.At, report.Zone):HH:mm:ss}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"text\" dir=\"auto\">{Escape(Visible.Lines(said.Text))}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void AppendTimeline(StringBuilder page, RehearsalReport report)
    {
        page.Append("<h2>Timeline</h2>\n");
        if (report.Timeline.Count == 0)
            page.Append("<p>Nothing was posted.</p>\n");

        foreach (var day in report.Timeline.GroupBy(post => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(post.At, report.Zone).DateTime)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h3>{day.Key:dddd, d MMMM yyyy}</h3>\n<table>\n");
            foreach (var post in day)
                AppendPost(page, report, post);

            page.Append("</table>\n");
        }
    }

    private static void AppendPost(StringBuilder page, RehearsalReport report, RehearsedPost post)
    {
        var state = RehearsalText.StateOf(post);
        var reason = post.Reason.Length > 0 ? $"<br><span class=\"bad\" dir=\"auto\">{Escape(post.Reason)}</span>" : "";
        page.Append(CultureInfo.InvariantCulture, $"<tr{(post.Answers is null ? "" : " class=\"answer\"")}>")
            .Append(CultureInfo.InvariantCulture, $"<td class=\"time\">{TimeZoneInfo.ConvertTime(post.At, report.Zone):HH:mm:ss}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td class=\"profile\">{Isolated(post.Profile)}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td class=\"{(state == "sent" ? "good" : "bad")}\">{state}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td class=\"text\" dir=\"auto\">{Escape(post.Text)}{reason}</td></tr>\n");
    }

    private static string Isolated(string text) => $"<bdi>{Escape(text)}</bdi>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Moment(RehearsalReport report, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, report.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
