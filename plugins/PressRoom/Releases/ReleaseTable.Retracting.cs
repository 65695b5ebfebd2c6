using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What is kept of releases that are taken back. One that is out is so in two steps, with what announces it in between: then nothing can announce what is retracted.</summary>
internal sealed partial class ReleaseTable
{
    /// <summary>Takes a release back that is not out: it never comes out. One that is out is meant to be retracted from here on, whoever dies.</summary>
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

                case { } state when state.IsOut():
                    await transaction.WriteAsync($"update press_release set retracting = coalesce(retracting, {reason}) where name = {name}");
                    return state;

                default:
                    return null;
            }
        },
        cancel);

    /// <summary>What is out and meant to be retracted.</summary>
    public Task<IReadOnlyList<StoredRelease>> ReadRetractingAsync(CancellationToken cancel) => store.ReadAsync(
        $"select *, coalesce(out_change, 0) as change from press_release where retracting is not null order by name", StoredRelease.Read, cancel);

    /// <summary>Retracts a release whose teasers were taken back.</summary>
    public Task<bool> RetractAsync(StoredRelease release, IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)> outcomes, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            if (await transaction.WriteAsync(
                $"""
                update press_release set state = {ReleaseStates.Retracted}, reason = retracting, retracting = null, version = version + 1, version_at = {Now}, announced_at = {Now}
                where name = {release.Name} and retracting is not null
                """) == 0)
                return false;

            await KeepAsync(transaction, release.Name, outcomes);
            return await transaction.WriteAsync($"update press_site set changed = changed + 1 where id = 1") > 0;
        },
        cancel);

    /// <summary>What is retracted, and of whose teasers it is not known how they end: one may have been on its way.</summary>
    public Task<IReadOnlyList<StoredRelease>> ReadEndingAsync(TimeSpan pause, CancellationToken cancel) => store.ReadAsync(
        $"""
        select r.*, coalesce(r.out_change, 0) as change from press_release r
        where r.state = {ReleaseStates.Retracted} and (r.announced_at is null or r.announced_at <= {Now - pause})
            and exists (select 1 from press_teaser t where t.release = r.name and t.state in ({TeaserStates.Scheduled}, {TeaserStates.Text(TargetState.Unknown)}))
        order by r.name
        """,
        StoredRelease.Read,
        cancel);
}
