using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What is kept of what announces releases.</summary>
internal sealed partial class ReleaseTable
{
    /// <summary>
    /// The releases whose pages stand and whose teasers have no end yet. One that was asked for a while ago is asked for again: what waits for an approval, or is put off by its
    /// network, ends some time.
    /// </summary>
    public Task<IReadOnlyList<StoredRelease>> ReadUnannouncedAsync(TimeSpan pause, CancellationToken cancel) => store.ReadAsync(
        $"""
        select r.*, coalesce(r.out_change, 0) as change from press_release r
        where r.state = {ReleaseStates.Out} and r.retracting is null and r.out_change <= (select built from press_site where id = 1)
            and (r.announced_at is null or r.announced_at <= {Now - pause})
            and exists (select 1 from press_teaser t where t.release = r.name and t.state in ({TeaserStates.Scheduled}, {TeaserStates.Text(TargetState.Unknown)}))
        order by r.due_at, r.name
        """,
        StoredRelease.Read,
        cancel);

    /// <summary>Keeps what became of teasers, by profile.</summary>
    /// <param name="release">The release.</param>
    /// <param name="outcomes">How far each is.</param>
    /// <param name="post">The post that they are, as the publisher names it; null: there is none, or it is known already.</param>
    /// <param name="isStopped">Whether asking was broken off: then it is asked for again at once, by whoever comes next.</param>
    /// <param name="cancel">Cancels keeping.</param>
    public Task<bool> KeepAsync(
        string release,
        IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)> outcomes,
        string? post,
        bool isStopped,
        CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await KeepAsync(transaction, release, outcomes);
            var announcedAt = isStopped ? (DateTimeOffset?)null : Now;
            return await transaction.WriteAsync($"update press_release set announced_at = {announcedAt}, post = coalesce({post}, post) where name = {release}") > 0;
        },
        cancel);

    /// <summary>Lets what was refused be tried once more.</summary>
    public Task<bool> TryAgainAsync(string release, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await transaction.WriteAsync($"update press_release set announced_at = null where name = {release}");
            return await transaction.WriteAsync(
                $"update press_teaser set state = {TeaserStates.Scheduled} where release = {release} and state = {TeaserStates.Text(TargetState.Refused)}") > 0;
        },
        cancel);

    private static async Task KeepAsync(IStoreTransaction transaction, string release, IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)> outcomes)
    {
        foreach (var (profile, state, link, reason) in outcomes)
            await transaction.WriteAsync(
                $"update press_teaser set state = {TeaserStates.Text(state)}, link = {link}, reason = {reason} where release = {release} and profile = {profile}");
    }
}
