using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>
/// What is kept of releases. Every step is one transaction, and each of them finds the one before it done: whoever is killed, whoever looks next goes on.
/// </summary>
internal sealed partial class ReleaseTable(IStore store, IRandom random, TimeProvider clock)
{
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Makes the newsroom's row, where there is none yet.</summary>
    public Task BeginAsync(CancellationToken cancel) => store.WriteAsync(
        $"insert into press_site (id, name, changed, built) values (1, {random.NewId().ToString("D")}, 0, 0) on conflict (id) do nothing", cancel);

    /// <summary>Commits a release as it is written. From here on nothing depends on who asked, and what it says is what will be said.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="order">Who asked, and for when.</param>
    /// <returns>What stands against it; null: it is armed, or, where it was out, its next version is.</returns>
    public Task<string?> ArmAsync(ReleaseDraft draft, ReleaseOrder order, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var before = await FindAsync(transaction, draft.Name);
            if (before?.State == ReleaseState.Retracted)
                return $"{draft.Name} was retracted on {before.VersionAt:yyyy-MM-dd}. What was taken back does not come out again: give the new text a name of its own.";

            foreach (var text in draft.Texts)
            {
                var other = await transaction.ReadAsync(
                    $"select release from press_text where language = {text.Language} and slug = {text.Slug} and release <> {draft.Name}", row => row.Text("release"));
                if (other.Count > 0)
                    return $"{draft.Name} and {other[0]} would have the same page {Site.SitePaths.PageOf(text.Language, text.Slug)}. Give one of them another slug.";
            }

            if (before?.State == ReleaseState.Out)
                return await CorrectAsync(transaction, draft, order, before);

            await WriteAsync(transaction, draft, order);
            await ReplaceTextsAsync(transaction, draft);
            await transaction.WriteAsync($"delete from press_teaser where release = {draft.Name}");
            await AddTeasersAsync(transaction, draft);
            return null;
        },
        cancel);

    /// <summary>Lets a release out whose instant has come: from here on it is public, whoever dies.</summary>
    /// <returns>Whether it came out now.</returns>
    public Task<bool> LetOutAsync(StoredRelease release, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            // Armed anew meanwhile: that one is not meant.
            var change = await ReadChangedAsync(transaction) + 1;
            var let = await transaction.WriteAsync(
                $"""
                update press_release set state = {ReleaseStates.Out}, out_at = {Now}, version_at = {Now}, out_change = {change}, reason = ''
                where name = {release.Name} and state = {ReleaseStates.Armed} and due_at = {release.Due} and armed_at = {release.ArmedAt} and due_at <= {Now}
                """);
            if (let > 0)
                await transaction.WriteAsync($"update press_site set changed = {change} where id = 1");

            return let > 0;
        },
        cancel);

    /// <summary>Says why an armed release cannot come out as it is. At its instant it is held.</summary>
    public Task<int> NoteAsync(StoredRelease release, string reason, bool isHeld, CancellationToken cancel) => store.WriteAsync(
        $"""
        update press_release set reason = {reason}, state = {(isHeld ? ReleaseStates.Held : ReleaseStates.Armed)}
        where name = {release.Name} and state = {ReleaseStates.Armed} and armed_at = {release.ArmedAt}
        """,
        cancel);

    /// <summary>Takes a release back: before it came out, it never does; afterwards its pages say so.</summary>
    /// <returns>How it stands then; null: there is none, or nothing to take back.</returns>
    public Task<ReleaseState?> TakeBackAsync(string name, string reason, CancellationToken cancel) => store.TransactAsync<ReleaseState?>(
        async transaction =>
        {
            switch ((await FindAsync(transaction, name))?.State)
            {
                case ReleaseState.Armed or ReleaseState.Held:
                    await transaction.WriteAsync($"update press_release set state = {ReleaseStates.Withdrawn}, reason = {reason} where name = {name}");

                    // Its pages are free for others, and what nobody may see is not kept.
                    await transaction.WriteAsync($"delete from press_text where release = {name}");
                    await transaction.WriteAsync($"delete from press_source where release = {name}");
                    await transaction.WriteAsync($"delete from press_teaser where release = {name}");
                    return ReleaseState.Withdrawn;

                case ReleaseState.Out:
                    await transaction.WriteAsync(
                        $"update press_release set state = {ReleaseStates.Retracted}, reason = {reason}, version = version + 1, version_at = {Now} where name = {name}");
                    await transaction.WriteAsync($"update press_site set changed = changed + 1 where id = 1");
                    return ReleaseState.Retracted;

                default:
                    return null;
            }
        },
        cancel);

    private static async Task<StoredRelease?> FindAsync(IStoreTransaction transaction, string name) => (await transaction.ReadAsync(
        $"select *, coalesce(out_change, 0) as change from press_release where name = {name}", StoredRelease.Read)).SingleOrDefault();

    private static async Task<long> ReadChangedAsync(IStoreTransaction transaction) =>
        (await transaction.ReadAsync($"select changed from press_site where id = 1", row => row.Integer("changed")))[0];
}
