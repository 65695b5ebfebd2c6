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
            if (before?.Retracting is not null)
                return $"{draft.Name} is being retracted just now. What was taken back does not come out again: give the new text a name of its own.";

            if (before?.State == ReleaseState.Retracted)
                return $"{draft.Name} was retracted on {before.VersionAt:yyyy-MM-dd}. What was taken back does not come out again: give the new text a name of its own.";

            foreach (var text in draft.Texts)
            {
                var other = await transaction.ReadAsync(
                    $"select release from press_text where language = {text.Language} and slug = {text.Slug} and release <> {draft.Name}", row => row.Text("release"));
                if (other.Count > 0)
                    return $"{draft.Name} and {other[0]} would have the same page {Site.SitePaths.PageOf(text.Language, text.Slug)}. Give one of them another slug.";
            }

            if (before?.State.IsOut() == true)
                return await CorrectAsync(transaction, draft, order, before);

            await WriteAsync(transaction, draft, order);
            await ReplaceTextsAsync(transaction, draft);
            await transaction.WriteAsync($"delete from press_teaser where release = {draft.Name}");
            await AddTeasersAsync(transaction, draft);
            return null;
        },
        cancel);

    /// <summary>Lets a release out whose instant has come: from here on it is public, whoever dies. It counts as out once its pages stand.</summary>
    /// <returns>Whether it was let out now.</returns>
    public Task<bool> LetOutAsync(StoredRelease release, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            // Armed anew meanwhile: that one is not meant.
            var change = await ReadChangedAsync(transaction) + 1;
            var let = await transaction.WriteAsync(
                $"""
                update press_release set state = {ReleaseStates.Coming}, out_at = {Now}, version_at = {Now}, out_change = {change}, reason = ''
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

    /// <summary>Lets the instant of an embargo follow its wall clock: the rules of its zone have changed.</summary>
    public Task<int> MoveAsync(StoredRelease release, DateTimeOffset due, CancellationToken cancel) => store.WriteAsync(
        $"update press_release set due_at = {due} where name = {release.Name} and state = {ReleaseStates.Armed} and armed_at = {release.ArmedAt} and due_at = {release.Due}", cancel);

    private static async Task<StoredRelease?> FindAsync(IStoreTransaction transaction, string name) => (await transaction.ReadAsync(
        $"select *, coalesce(out_change, 0) as change from press_release where name = {name}", StoredRelease.Read)).SingleOrDefault();

    private static async Task<long> ReadChangedAsync(IStoreTransaction transaction) =>
        (await transaction.ReadAsync($"select changed from press_site where id = 1", row => row.Integer("changed")))[0];
}
