using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What becomes of targets.</summary>
internal sealed partial class Outbox
{
    /// <summary>Why something never leaves that a person has taken back.</summary>
    public const string TakenBack = "taken back before it was sent";

    /// <summary>
    /// Commits what became of an attempt. It also replaces a doubt about the same attempt, which another process may have noted while this machine
    /// slept.
    /// </summary>
    /// <returns>Whether the attempt was still ours to end.</returns>
    public async Task<bool> CommitAsync(OutboxTarget ended)
    {
        var update = Update(ended);
        update.AppendLiteral(" and attempt = ");
        update.AppendFormatted((long)ended.Attempt);
        update.AppendLiteral(" and state in ('sending', 'unknown')");
        if (ended.State != TargetState.Scheduled)
            return await MoveAsync(store, update);

        // What was taken back while it was on its way, and was put off, does not leave another time.
        update.AppendLiteral(" and coalesce(refused_by, '') <> ");
        update.AppendFormatted(RefusedBy.Person);
        return await MoveAsync(store, update) || await MoveAsync(
            store,
            $"""
            update posting_target set state = 'refused', reason = {TakenBack}, due_at = null, held_at = null, lease_owner = null, lease_until = null
            where key = {ended.Key} and attempt = {(long)ended.Attempt} and state in ('sending', 'unknown') and refused_by = {RefusedBy.Person}
            """);
    }

    /// <summary>Moves a target that is leased, without an attempt: it is given back, put off, refused or settled.</summary>
    /// <param name="from">The target as it was taken.</param>
    /// <param name="to">The target as it is to be.</param>
    /// <param name="lease">Who has it in hand.</param>
    /// <returns>Whether it was still ours.</returns>
    public Task<bool> MoveAsync(OutboxTarget from, OutboxTarget to, Lease lease)
    {
        var update = Update(to);
        Fence(update, from);
        update.AppendLiteral(" and lease_owner = ");
        update.AppendFormatted(lease.Owner);

        // What is only put off can be worked out again.
        return MoveAsync(to.State is TargetState.Scheduled or TargetState.Unknown ? store.Relaxed : store, update);
    }

    /// <summary>Moves a target on a person's word, whoever has it in hand.</summary>
    /// <returns>Whether it still was what the person was shown.</returns>
    public async Task<bool> DecideAsync(OutboxTarget from, OutboxTarget to)
    {
        if (to.State == TargetState.Scheduled)
            await store.RefuseWrongClockAsync(CancellationToken.None);

        var update = Update(to);
        Fence(update, from);
        var isMoved = await MoveAsync(store, update);
        if (isMoved && to.State == TargetState.Scheduled)
            Planned.Tell();

        return isMoved;
    }

    /// <summary>Notes that the network has a target of which nobody knew, unless what was found is another one of ours.</summary>
    public async Task<Adoption> AdoptAsync(OutboxTarget doubt, Sent found, Lease lease)
    {
        var adoption = await store.TransactAsync(
            async transaction =>
            {
                var others = await transaction.ReadAsync(
                    $"select post as id from posting_target where profile = {doubt.Profile} and remote_id = {found.RemoteId} and key <> {doubt.Key}",
                    PostNumber.Read);
                if (others.Count > 0)
                    return new Adoption { IsTaken = true };

                var update = Update(doubt with
                {
                    State = TargetState.Sent,
                    RemoteId = found.RemoteId,
                    Link = found.Link,
                    SentAt = found.At,
                    Reason = "",
                    Refusal = null,
                    RefusedBy = null,
                    HeldAt = null,
                });
                Fence(update, doubt);
                update.AppendLiteral(" and lease_owner = ");
                update.AppendFormatted(lease.Owner);
                return new Adoption { IsAdopted = await transaction.WriteAsync(update) == 1 };
            },
            CancellationToken.None);
        Moved.Tell();
        return adoption;
    }

    /// <summary>Refuses what has not left yet of a post, because the one who published it has stopped.</summary>
    public Task RefuseRestAsync(long post) => MoveAsync(
        store,
        $"""
        update posting_target set state = 'refused', reason = 'cancelled before it was sent', refused_by = {RefusedBy.Caller},
            lease_owner = null, lease_until = null
        where post = {post} and state in ('scheduled', 'leased')
        """);

    /// <summary>
    /// Takes back what has not left yet of a post, on a person's word. Whoever has it leased will find that it is gone. What is on its way, or may be out, keeps in mind that it was taken back:
    /// where it turns out not to be there, it is not sent again.
    /// </summary>
    public Task WithdrawAsync(long post, CancellationToken cancel) => MoveAsync(
        store,
        $"""
        update posting_target set refused_by = {RefusedBy.Person},
            reason = case when state in ('sending', 'unknown') then reason else {TakenBack} end,
            held_at = case when state in ('sending', 'unknown') then held_at else null end,
            lease_owner = case when state = 'sending' then lease_owner else null end,
            lease_until = case when state = 'sending' then lease_until else null end,
            state = case when state in ('sending', 'unknown') then state else 'refused' end
        where post = {post} and state in ('draft', 'scheduled', 'leased', 'sending', 'unknown')
        """);

    /// <summary>
    /// Brings back what was taken back of a post, and what is missing of a thread that was stopped on its way: for its time, or as a draft where that has passed, so that nothing goes out by
    /// surprise.
    /// </summary>
    /// <returns>Whether anything was.</returns>
    public async Task<bool> RestoreAsync(long post, DateTimeOffset now)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        var isMoved = await MoveAsync(
            store,
            $"""
            update posting_target set state = case when due_at > {now} then 'scheduled' else 'draft' end,
                due_at = case when due_at > {now} then due_at else null end, reason = '', refused_by = null, refused_at = null
            where post = {post} and state = 'refused'
                and ((refused_by = {RefusedBy.Person} and reason = {TakenBack}) or refused_by = {RefusedBy.Missed}
                    or (refused_by = {RefusedBy.Caller} and attempt = 0 and parts > 1))
            """);
        if (isMoved)
            Planned.Tell();

        return isMoved;
    }

    private static Sql Update(OutboxTarget to) =>
        $"""
        update posting_target
        set state = {TargetStates.Text(to.State)}, reason = {to.Reason}, remote_id = {to.RemoteId}, link = {to.Link}, sent_at = {to.SentAt},
            due_at = {to.DueAt}, held_at = {to.HeldAt}, tries = {(long)to.Tries}, first_sent_at = {to.FirstSentAt}, refusal = {to.Refusal},
            refused_by = case when {IsOpen(to)} = 1 and refused_by = {RefusedBy.Person} then refused_by else {to.RefusedBy} end,
            refused_at = null, lease_owner = null, lease_until = null
        where key = {to.Key}
        """;

    // A doubt keeps in mind that it was taken back.
    private static long IsOpen(OutboxTarget to) => to.State == TargetState.Unknown ? 1 : 0;

    private static void Fence(Sql update, OutboxTarget from)
    {
        update.AppendLiteral(" and attempt = ");
        update.AppendFormatted((long)from.Attempt);
        update.AppendLiteral(" and state = ");
        update.AppendFormatted(TargetStates.Text(from.State));
    }

    // What is under way is never left half told: nothing here is cancelled.
    private async Task<bool> MoveAsync(IStore on, Sql update)
    {
        var moved = await on.WriteAsync(update, CancellationToken.None);
        if (moved > 0)
            Moved.Tell();

        return moved > 0;
    }
}
