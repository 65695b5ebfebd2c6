using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How much each profile may still send, as its network has said. All processes of the workspace go by it.</summary>
internal sealed partial class Outbox
{
    private const string UsedUp = "the network allows no more for now; it goes out when the limit begins anew";

    public Task LearnAsync(string profile, RateLimit limit) => store.Relaxed.WriteAsync(
        $"""
        insert into posting_limit (profile, remaining, resets_at, seen_at) values ({profile}, {(long)limit.Remaining}, {limit.ResetsAt}, {Now})
        on conflict (profile) do update set remaining = excluded.remaining, resets_at = excluded.resets_at, seen_at = excluded.seen_at
        """,
        CancellationToken.None);

    /// <summary>What is known of each profile.</summary>
    public Task<IReadOnlyList<KnownLimit>> ReadLimitsAsync(CancellationToken cancel) => store.ReadAsync(
        $"select profile, remaining, resets_at, seen_at from posting_limit order by profile",
        row => new KnownLimit
        {
            Profile = row.Text("profile"),
            Remaining = (int)row.Integer("remaining"),
            ResetsAt = row.Instant("resets_at"),
            SeenAt = row.Instant("seen_at"),
        },
        cancel);

    /// <summary>Puts off what is due on profiles that may not send now, until they may: so nobody calls it late then.</summary>
    public Task PutOffLimitedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return store.Relaxed.WriteAsync(
            $"""
            update posting_target
            set due_at = (select l.resets_at from posting_limit l where l.profile = posting_target.profile),
                reason = case when state = 'scheduled' then {UsedUp} else reason end
            where state in ('scheduled', 'unknown') and due_at <= {now} and held_at is null
              and profile in (select l.profile from posting_limit l where l.remaining <= 0 and l.resets_at > {now})
            """,
            cancel);
    }

    /// <summary>Gives back a target that a limit has kept from leaving.</summary>
    /// <returns>The target as it is then; null where it was no limit, but somebody else.</returns>
    public async Task<OutboxTarget?> PutOffLimitedAsync(OutboxTarget target, Lease lease)
    {
        var limit = (await ReadLimitsAsync(CancellationToken.None)).FirstOrDefault(limit => limit.Profile == target.Profile);
        if (limit is null || !limit.IsUsedUp(clock.GetUtcNow()))
            return null;

        var later = target with
        {
            State = target.State == TargetState.Leased ? TargetState.Scheduled : target.State,
            DueAt = limit.ResetsAt,
            Reason = UsedUp,
        };
        return await MoveAsync(target, later, lease) ? later : null;
    }
}
