using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How targets are taken. A lease that is lost with the power leaves nothing behind but a target that is due, so it waits for no disk.</summary>
internal sealed partial class Outbox
{
    // A part of a thread learns what it answers when it is taken: by then the part before it is there.
    private const string AnswerTheOneBefore =
        """
        state = 'leased',
            in_reply_to = case when part = 0 then in_reply_to else (
                select b.remote_id from posting_target b where b.post = posting_target.post and b.place = posting_target.place - 1) end,
            thread_root = case when part = 0 then null else (
                select b.remote_id from posting_target b where b.post = posting_target.post and b.place = posting_target.place - posting_target.part) end,
        """;

    // A lease cannot end later than this, unless the clock was set back since it was taken.
    private DateTimeOffset NoLeaseAfter => clock.GetUtcNow() + timing.Lease + timing.Lease;

    /// <summary>Takes targets that are due and that no limit keeps back, the ones that are due first.</summary>
    /// <param name="lease">Who takes them, begun just now.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="busy">Profiles of which nothing is wanted.</param>
    /// <param name="post">The post of which they must be; null: any.</param>
    public async Task<IReadOnlyList<OutboxTarget>> ClaimAsync(Lease lease, int limit, IReadOnlyCollection<string> busy, long? post)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        Sql claim = $"""
            with taken as materialized (
                select t.key from posting_target t
                where t.state = 'scheduled' and t.due_at <= {lease.TakenAt} and t.held_at is null and not exists (
                    select 1 from posting_limit l where l.profile = t.profile and l.remaining <= 0 and l.resets_at > {lease.TakenAt})
                  and (t.part = 0 or exists (
                    select 1 from posting_target b where b.post = t.post and b.place = t.place - 1 and b.state = 'sent' and b.remote_id is not null))
            """;
        Narrow(claim, limit, busy, post);
        Take(claim, lease, AnswerTheOneBefore);
        return InOrder(await store.Relaxed.WriteAsync(claim, Target, CancellationToken.None));
    }

    /// <summary>Takes targets that nobody knows about, once their attempts can no longer land.</summary>
    /// <param name="lease">Who takes them, begun just now.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="busy">Profiles of which nothing is wanted.</param>
    /// <param name="post">The post of which they must be; null: any.</param>
    public async Task<IReadOnlyList<OutboxTarget>> ClaimDoubtsAsync(Lease lease, int limit, IReadOnlyCollection<string> busy, long? post)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        Sql claim = $"""
            with taken as materialized (
                select t.key from posting_target t
                where t.state = 'unknown' and t.due_at <= {lease.TakenAt}
                  and (t.lease_until is null or t.lease_until <= {lease.TakenAt} or t.lease_until > {NoLeaseAfter})
            """;
        Narrow(claim, limit, busy, post);
        Take(claim, lease, "");
        return InOrder(await store.Relaxed.WriteAsync(claim, Target, CancellationToken.None));
    }

    /// <summary>
    /// Commits that a target is on its way: from here on it may be out. On disk before the request leaves; the owner and the attempt are the fence.
    /// </summary>
    /// <param name="from">The target as it was taken.</param>
    /// <param name="sending">The target as it leaves.</param>
    /// <param name="lease">Who has it in hand.</param>
    /// <param name="rest">The other parts of its thread, as they are to leave with it; empty: it goes alone.</param>
    /// <returns>Whether the rest leaves with it; null where it was not ours any more, or a limit kept it back.</returns>
    public async Task<bool?> DepartAsync(OutboxTarget from, OutboxTarget sending, Lease lease, IReadOnlyList<OutboxTarget> rest)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        Sql departure = $"""
            update posting_target
            set state = 'sending', attempt = {(long)sending.Attempt}, body_hash = {BodyHash.Of(sending.Text)}, sending_at = {sending.SendingAt},
                first_sent_at = {sending.FirstSentAt}, frozen_at = {sending.FrozenAt}, refusal = null, reason = '', held_at = null, lease_until = {sending.SendingAt + timing.Lease}
            where key = {from.Key} and state = {TargetStates.Text(from.State)} and attempt = {(long)from.Attempt} and lease_owner = {lease.Owner}
              and not exists (
                select 1 from posting_limit where profile = {from.Profile} and remaining <= 0 and resets_at > {sending.SendingAt})
            """;
        return rest.Count == 0
            ? await store.WriteAsync(departure, CancellationToken.None) == 1 ? false : null
            : await store.TransactAsync(transaction => DepartTogetherAsync(transaction, departure, lease, rest), CancellationToken.None);
    }

    // Two workers on PostgreSQL pass by what the other is just taking; SQLite lets one write at a time anyway.
    private void Narrow(Sql claim, int limit, IReadOnlyCollection<string> busy, long? post)
    {
        foreach (var profile in busy)
        {
            claim.AppendLiteral(" and t.profile <> ");
            claim.AppendFormatted(profile);
        }

        if (post is { } number)
        {
            claim.AppendLiteral(" and t.post = ");
            claim.AppendFormatted(number);
        }

        // Not a hole: SQLite plans a statement anew whenever the limit that it is given changes hands.
        claim.AppendLiteral(string.Create(CultureInfo.InvariantCulture, $" order by t.due_at, t.post, t.place limit {limit}"));
        claim.AppendLiteral(store.Dialect == StoreDialect.Postgres ? " for update of t skip locked)" : ")");
    }

    // What was chosen is chosen once: a planner that ran the choice for each row would lock and take others each time.
    private void Take(Sql claim, Lease lease, string state)
    {
        claim.AppendLiteral($" update posting_target set {state} lease_owner = ");
        claim.AppendFormatted(lease.Owner);
        claim.AppendLiteral(", lease_until = ");
        claim.AppendFormatted(lease.TakenAt + timing.Lease);
        claim.AppendLiteral(
            """
             where key in (select key from taken)
             returning *, (select p.created_at from posting_post p where p.id = posting_target.post) as created_at,
                (select p.planned_at from posting_post p where p.id = posting_target.post) as planned_at
            """);
    }

    // What an update returns has no order.
    private static IReadOnlyList<OutboxTarget> InOrder(IReadOnlyList<OutboxTarget> claimed) =>
        claimed.Count < 2 ? claimed : [.. claimed.OrderBy(target => target.DueAt).ThenBy(target => target.Post).ThenBy(target => target.Place)];
}
