using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>All releases: what was armed, and what is only written so far.</summary>
internal sealed class ReleaseList(ReleaseTable table, ReleaseReader reader)
{
    /// <returns>What waits first, the soonest above; then what is out, the newest above.</returns>
    public async Task<IReadOnlyList<ReleaseRow>> ReadAsync(CancellationToken cancel)
    {
        var stored = await table.ReadAllAsync(cancel);
        var rows = new List<(int Rank, long Order, ReleaseRow Row)>();
        foreach (var release in stored)
        {
            if (release.State == ReleaseState.Withdrawn)
                continue;

            var isPublic = release.State.IsPublic();
            var rank = release.State == ReleaseState.Held ? 0 : isPublic ? 3 : 1;
            rows.Add((rank, isPublic ? -release.Due.Ticks : release.Due.Ticks, await RowOfAsync(release, cancel)));
        }

        foreach (var name in (await reader.NamesAsync(cancel)).Except(stored.Where(release => release.State != ReleaseState.Withdrawn).Select(release => release.Name)))
        {
            var row = RowOf(await reader.ReadAsync(name, cancel));
            rows.Add((2, row.Embargo?.Ticks ?? long.MaxValue, row));
        }

        return [.. rows.OrderBy(row => row.Rank).ThenBy(row => row.Order).ThenBy(row => row.Row.Name, StringComparer.Ordinal).Select(row => row.Row)];
    }

    private async Task<ReleaseRow> RowOfAsync(StoredRelease release, CancellationToken cancel)
    {
        var texts = await table.ReadTextsAsync(release.Name, cancel);
        var teasers = await table.ReadTeasersAsync(release.Name, cancel);
        var trouble = teasers.FirstOrDefault(teaser => teaser.State is TargetState.Refused or TargetState.Unknown && teaser.Reason.Length > 0);
        return new ReleaseRow
        {
            Name = release.Name,
            State = ReleaseStates.Text(release.State),
            Version = release.Version,
            Embargo = release.Due,
            Written = release.Written,
            Title = TitleOf(texts),
            Languages = string.Join(' ', texts.Select(text => text.Language)),
            Teasers = ReleaseRow.TeasersOf(teasers),
            Note = release.Retracting is { } why ? $"it is being retracted: {why}" : release.Reason.Length > 0 ? release.Reason : trouble is null ? "" : $"{trouble.Profile}: {trouble.Reason}",
        };
    }

    private static ReleaseRow RowOf(ReleaseReading reading) => new()
    {
        Name = reading.Name,
        State = reading.Draft is null ? "broken" : "written",
        Embargo = reading.Draft?.Due?.Instant,
        Written = WallTimes.Written(reading.Draft?.Due),
        Title = TitleOf(reading.Draft?.Texts ?? []),
        Languages = reading.Draft is { } draft ? string.Join(' ', draft.Texts.Select(text => text.Language)) : "",
        Teasers = reading.Draft is { Teasers.Count: var count and > 0 } ? $"{count} written" : "",
        Note = reading.Problems.Count > 0 ? reading.Problems[0].ToString() : reading.Draft?.Due?.Note ?? "",
    };

    // As the newsroom's own list: in English where there is one.
    private static string TitleOf(IReadOnlyList<ReleaseText> texts) => (texts.FirstOrDefault(text => text.Language == "en") ?? texts.FirstOrDefault())?.Title ?? "";
}
