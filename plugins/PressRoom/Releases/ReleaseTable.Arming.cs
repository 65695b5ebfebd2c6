using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What is kept of releases, written when one is armed or corrected.</summary>
internal sealed partial class ReleaseTable
{
    /// <summary>Names what announces a release that an effect armed.</summary>
    public static EffectKey TeasersOf(EffectKey effect) => effect with { Step = effect.Step + " teasers" };

    // Only what was armed by a script belongs to a campaign; a person's is named by the release, whose name is used once.
    private async Task WriteAsync(IStoreTransaction transaction, ReleaseDraft draft, ReleaseOrder order)
    {
        var meant = order.At ?? draft.Due;
        var (wall, zone) = meant is { IsOnWallClock: true } ? (WallTimes.Keep(meant.Wall), meant.Zone.Id) : ((string?)null, (string?)null);
        var due = meant?.Instant ?? Now;
        var effect = order.Effect is { } given
            ? TeasersOf(given)
            : new EffectKey { Campaign = "press", Occurrence = $"release {draft.Name}", Step = "teasers" };
        var embargo = order.At is null ? draft.Embargo : order.At.IsOnWallClock ? WallTimes.Text(order.At) : order.At.Name;
        await transaction.WriteAsync(
            $"""
            insert into press_release (name, version, state, embargo, due_at, armed_at, armed_by, campaign, occurrence, step, wall, zone)
            values ({draft.Name}, 1, {ReleaseStates.Armed}, {embargo}, {due}, {Now}, {order.AskedBy}, {effect.Campaign}, {effect.Occurrence}, {effect.Step}, {wall}, {zone})
            on conflict (name) do update set state = excluded.state, embargo = excluded.embargo, due_at = excluded.due_at, armed_at = excluded.armed_at,
                armed_by = excluded.armed_by, campaign = excluded.campaign, occurrence = excluded.occurrence, step = excluded.step, wall = excluded.wall, zone = excluded.zone, reason = ''
            """);
    }

    // What is out is announced once: the posts of the first version stay as they are. Where a check refused them all, there are none yet.
    private async Task<string?> CorrectAsync(IStoreTransaction transaction, ReleaseDraft draft, ReleaseOrder order, StoredRelease before)
    {
        var known = await transaction.ReadAsync($"select file, hash from press_source where release = {draft.Name}", row => (row.Text("file"), row.Text("hash")));
        if (known.ToHashSet().SetEquals(draft.Sources.Select(source => (source.File, source.Hash))))
            return null;

        // Whoever writes an embargo means that nobody reads it earlier.
        if ((order.At ?? draft.Due)?.Instant > Now)
            return $"{draft.Name} is out since {before.OutAt:yyyy-MM-dd}, and a correction comes out at once, not at {order.At?.Name ?? draft.Embargo}. Take the embargo out, or give what is to come a name of its own.";

        var pages = await transaction.ReadAsync($"select language, slug from press_text where release = {draft.Name}", row => (Language: row.Text("language"), Slug: row.Text("slug")));
        foreach (var (language, slug) in pages)
        {
            if (!draft.Texts.Any(text => text.Language.Equals(language, StringComparison.OrdinalIgnoreCase) && text.Slug == slug))
                return $"{draft.Name} is out since {before.OutAt:yyyy-MM-dd}, and people have the address {Site.SitePaths.PageOf(language, slug)}. Keep language and slug as they were, or retract it.";
        }

        await ReplaceTextsAsync(transaction, draft);
        var begun = await transaction.ReadAsync(
            $"select count(*) as begun from press_teaser where release = {draft.Name} and state <> {TeaserStates.Text(TargetState.Refused)}", row => row.Integer("begun"));
        if (before.Post is null && begun[0] == 0)
        {
            await transaction.WriteAsync($"delete from press_teaser where release = {draft.Name}");
            await AddTeasersAsync(transaction, draft);
        }

        await transaction.WriteAsync($"update press_release set version = version + 1, version_at = {Now} where name = {draft.Name}");
        await transaction.WriteAsync($"update press_site set changed = changed + 1 where id = 1");
        return null;
    }

    private static async Task ReplaceTextsAsync(IStoreTransaction transaction, ReleaseDraft draft)
    {
        await transaction.WriteAsync($"delete from press_text where release = {draft.Name}");
        foreach (var text in draft.Texts)
            await transaction.WriteAsync(
                $"""
                insert into press_text (release, language, slug, title, summary, body, about, contact, tags)
                values ({draft.Name}, {text.Language}, {text.Slug}, {text.Title}, {text.Summary}, {text.Body}, {text.About}, {text.Contact}, {string.Join('\n', text.Tags)})
                """);

        await transaction.WriteAsync($"delete from press_source where release = {draft.Name}");
        foreach (var source in draft.Sources)
            await transaction.WriteAsync(
                $"insert into press_source (release, file, hash, asset) values ({draft.Name}, {source.File}, {source.Hash}, {source.Asset})");
    }

    private static async Task AddTeasersAsync(IStoreTransaction transaction, ReleaseDraft draft)
    {
        foreach (var (teaser, place) in draft.Teasers.Select((teaser, place) => (teaser, place)))
            await transaction.WriteAsync(
                $"""
                insert into press_teaser (release, profile, place, language, text, state)
                values ({draft.Name}, {teaser.Profile}, {(long)place}, {teaser.Language}, {teaser.Text}, {TeaserStates.Scheduled})
                """);
    }
}
