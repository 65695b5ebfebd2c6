using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>
/// Says what arming a release, or taking it back, would do: what a person at the screen is asked before it is done. The first line is the question. Empty: nothing would happen, or the
/// command itself says why not.
/// </summary>
internal sealed class ReleaseOutlook(ReleaseTable table, ReleaseReader reader, PressSettings settings, TimeProvider clock, TimeZoneInfo zone)
{
    /// <exception cref="WrongUseException">It cannot come out as it is written.</exception>
    public async Task<string> OfReleaseAsync(string name, CancellationToken cancel)
    {
        var stored = await table.FindAsync(name, cancel);
        if (stored?.State == ReleaseState.Retracted)
            return "";

        var draft = (await reader.ReadAsync(name, cancel)).Need();
        if (stored?.State.IsOut() == true)
            return await OfCorrectionAsync(stored, draft, cancel);

        var isNow = draft.Due is null || draft.Due.Instant <= clock.GetUtcNow();
        var announced = draft.Teasers.Count == 0
            ? "Nobody announces it: it names no purpose and no profiles."
            : $"Announced by: {string.Join(", ", draft.Teasers.Select(teaser => $"{teaser.Profile} ({teaser.Language})"))}";
        return Text(
            isNow ? $"Let {name} out now, in public?" : $"Arm {name}, to come out by itself?",
            $"When: {(draft.Due is null ? "now: it has no embargo" : isNow ? $"now: its embargo, {draft.Due}, has passed" : $"{draft.Due} ({Local(draft.Due.Instant)} here)")}",
            [.. draft.Texts.Select(PageOf), announced]);
    }

    public async Task<string> OfRetractionAsync(string name, CancellationToken cancel)
    {
        if (await table.FindAsync(name, cancel) is not { State: not (ReleaseState.Retracted or ReleaseState.Withdrawn) } release)
            return "";

        var pages = await table.ReadTextsAsync(name, cancel);
        if (!release.State.IsOut())
            return Text($"Take {name} back, so that it does not come out?", $"It was to come out {(release.Meant.Length > 0 ? $"{release.Meant} ({Local(release.Due)} here)" : Local(release.Due))}. Nobody has seen it, and it can be armed again.", [.. pages.Select(PageOf)]);

        var teasers = await table.ReadTeasersAsync(name, cancel);
        var staying = teasers.Where(teaser => teaser.State is TargetState.Sent or TargetState.Unknown).Select(teaser => teaser.Profile).ToList();
        var leaving = teasers.Where(teaser => teaser.State is not (TargetState.Sent or TargetState.Unknown or TargetState.Refused)).Select(teaser => teaser.Profile).ToList();
        return Text(
            $"Retract {name}, in public? It cannot come out again.",
            $"It is out since {Local(release.OutAt!.Value)}. Its pages say that it was retracted, and why:",
            [
                .. pages.Select(PageOf),
                .. staying.Count == 0 ? (string[])[] : [$"Posts that stay where they are: {string.Join(", ", staying)}"],
                .. leaving.Count == 0 ? (string[])[] : [$"Posts that are taken back before they leave: {string.Join(", ", leaving)}"],
            ]);
    }

    private async Task<string> OfCorrectionAsync(StoredRelease release, ReleaseDraft draft, CancellationToken cancel)
    {
        var again = (await table.ReadTeasersAsync(release.Name, cancel)).Where(teaser => teaser.State == TargetState.Refused).Select(teaser => teaser.Profile).ToList();
        var isChanged = !(await table.ReadSourcesAsync(release.Name, cancel)).Select(source => (source.File, source.Hash)).ToHashSet()
            .SetEquals(draft.Sources.Select(source => (source.File, source.Hash)));
        if (!isChanged && again.Count == 0)
            return "";

        return Text(
            isChanged ? $"Let {release.Name} out corrected, in public?" : $"Announce {release.Name} where it was refused?",
            "When: now",
            [.. isChanged ? draft.Texts.Select(PageOf) : [], .. again.Count == 0 ? (string[])[] : [$"Tried again by: {string.Join(", ", again)}"]]);
    }

    private string PageOf(ReleaseText text) => $"{LanguageNames.Of(text.Language)}: {settings.Address}{SitePaths.PageOf(text.Language, text.Slug)}";

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static string Text(string question, string when, IReadOnlyList<string> more) => string.Join('\n', [question, when, .. more]);
}
