using System.Globalization;
using PluginHost.PressRoom.Site;
using PluginHost.PressRoom.Teasers;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Looks over releases before they are armed. Everything that stands against them is said at once, of files and of networks.</summary>
internal sealed class ReleaseCheck(ReleaseTable table, ReleaseReader reader, TeaserRun teasers, Newsroom newsroom, TimeProvider clock)
{
    /// <returns>What was found, as a table; where nothing was, how much was looked at.</returns>
    /// <exception cref="PluginHostException">A release cannot come out. All findings are in the message.</exception>
    public async Task<Value> CheckAsync(IReadOnlyList<string> releases, CancellationToken cancel)
    {
        if (releases.Count == 0)
            return "There is no release that is still to come out: nothing was checked.";

        var found = new List<ReleaseFinding>();
        var languages = new HashSet<string>(StringComparer.Ordinal);
        var pages = (await table.ReadPagesAsync(cancel)).ToDictionary(page => page.Path, page => page.Release, StringComparer.Ordinal);
        foreach (var release in releases)
        {
            var reading = await reader.ReadAsync(release, cancel);
            languages.UnionWith(reading.Draft?.Texts.Select(text => text.Language) ?? []);
            AddTo(found, reading);
            foreach (var page in reading.Draft?.Texts.Select(text => SitePaths.PageOf(text.Language, text.Slug)) ?? [])
            {
                if (!pages.TryAdd(page, release) && pages[page] != release)
                    found.Add(Finding(release, page, Severity.Error, $"{pages[page]} has this page already. Give one of them another slug."));
            }

            if (reading.Draft is { } draft && await newsroom.ForeignAsync(draft.Texts, cancel) is { Count: > 0 } foreign)
                found.Add(Finding(release, "newsroom", Severity.Error, newsroom.Refusal(foreign)));

            found.AddRange((await teasers.ProblemsOfAsync(reading.Teasers, "press.check", cancel)).Select(problem => Finding(release, problem.Profile ?? "", problem.Severity, problem.Message)));
        }

        var broken = found.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Release).Distinct().Count();
        if (broken > 0)
            throw new PluginHostException(
                $"{(releases.Count == 1 ? releases[0] : $"{broken} of {Count(releases.Count, "release")}")} cannot come out as written:"
                + string.Concat(found.Select(finding => $"\n  {finding.Word}: {finding}")));

        return found.Count == 0 ? $"{Count(releases.Count, "release")} in {Count(languages.Count, "language")}, no problems." : Table.Of(
            found,
            ("release", finding => finding.Release),
            ("place", finding => finding.Place),
            ("severity", finding => finding.Word),
            ("message", finding => finding.Message));
    }

    private void AddTo(List<ReleaseFinding> found, ReleaseReading reading)
    {
        found.AddRange(reading.Problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).Select(problem => FindingOf(reading.Name, problem)));
        if (reading.Draft is not { } draft)
            return;

        if (draft.Due is { } due && due.Instant <= clock.GetUtcNow())
            found.Add(Finding(reading.Name, "embargo", Severity.Warning, $"the embargo, {due}, has passed: it would come out at once. Write a time that is to come, or take the line out where that is meant."));

        if (draft.Due is { Note.Length: > 0 })
            found.Add(Finding(reading.Name, "embargo", Severity.Information, draft.Due.Note));

        if (draft.Teasers.Count == 0)
            found.Add(Finding(reading.Name, "", Severity.Information, "no profile announces it: its pages come out and nobody is told. Name a purpose or profiles."));
    }

    private static ReleaseFinding FindingOf(string release, ReleaseProblem problem) => new()
    {
        Release = release,
        Place = problem.Line == 0 ? problem.File : string.Create(CultureInfo.InvariantCulture, $"{problem.File}({problem.Line})"),
        Severity = Severity.Error,
        Message = problem.Message,
        IsInFile = true,
    };

    private static ReleaseFinding Finding(string release, string place, Severity severity, string message) =>
        new() { Release = release, Place = place, Severity = severity, Message = message };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
