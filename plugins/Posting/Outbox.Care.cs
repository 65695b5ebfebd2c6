using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What the outbox needs so that nothing stays where a dead process left it. All of it can be done again, so none of it waits for the disk.</summary>
internal sealed partial class Outbox
{
    /// <summary>What is said of a target that is held.</summary>
    public const string TooLate = "nobody was there to send it in time; posting.send sends it now, posting.undo takes it back";

    // No attempt can have begun later than this, unless the clock was set back since.
    private DateTimeOffset NoAttemptAfter => clock.GetUtcNow() + TimeSpan.FromMinutes(1);

    /// <summary>
    /// Says of what a dead process left under way that nobody knows. Younger ones are left alone: they may belong to a process that lives.
    /// </summary>
    /// <returns>How many targets are unknown now.</returns>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (before, after) = (now - timing.Quarantine, NoAttemptAfter);
        var open = await store.ReadAsync(
            $"select state from posting_target where state = 'unknown' or (state = 'sending' and (sending_at < {before} or sending_at > {after}))",
            row => row.Text("state"),
            cancel);
        if (!open.Contains("sending"))
            return open.Count;

        await store.RefuseWrongClockAsync(cancel);

        // Looked for first, written second: a start on which nothing was left behind costs no write. Where the clock was set back since, nobody knows when
        // it was, and the quarantine begins anew.
        var settled = (long)timing.Settled.TotalMilliseconds;
        await store.Relaxed.WriteAsync(
            $"""
            update posting_target
            set state = 'unknown', reason = 'the program ended while it was being sent', lease_owner = null, lease_until = null,
                due_at = case when sending_at > {after} then {now + timing.Settled} else sending_at + {settled} end,
                first_sent_at = case when sending_at > {after} then null else first_sent_at end,
                sending_at = case when sending_at > {after} then {now} else sending_at end
            where state = 'sending' and (sending_at < {before} or sending_at > {after})
            """,
            cancel);
        Moved.Tell();
        return open.Count;
    }

    /// <summary>Gives back what was leased by those who have not come back for it.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        var released = await store.Relaxed.WriteAsync(
            $"""
            update posting_target set state = 'scheduled', lease_owner = null, lease_until = null
            where state = 'leased' and (lease_until <= {clock.GetUtcNow()} or lease_until > {NoLeaseAfter})
            """,
            cancel);
        if (released > 0)
            Moved.Tell();
    }

    /// <summary>When there will be something to do.</summary>
    public async Task<Agenda> ReadAgendaAsync(CancellationToken cancel)
    {
        var agenda = await store.ReadAsync(
            $"""
            select (select min(t.due_at) from posting_target t where t.state = 'scheduled' and t.held_at is null and (t.part = 0 or exists (
                    select 1 from posting_target b where b.post = t.post and b.place = t.place - 1 and b.state = 'sent' and b.remote_id is not null))) as due,
                (select min(due_at) from posting_target where state = 'unknown') as doubt,
                (select min(lease_until) from posting_target where state = 'leased') as lease,
                (select max(lease_until) from posting_target where state = 'leased') as last_lease,
                (select min(sending_at) from posting_target where state = 'sending') as sending,
                (select max(sending_at) from posting_target where state = 'sending') as last_sending
            """,
            Agenda.Read,
            cancel);
        var now = clock.GetUtcNow();
        return agenda[0] with
        {
            HasLeftLease = agenda[0].Lease <= now || agenda[0].LastLease > NoLeaseAfter,
            HasLeftSending = agenda[0].Sending < now - timing.Quarantine || agenda[0].LastSending > NoAttemptAfter,
        };
    }

    /// <summary>Lets go out what was held: a person says so.</summary>
    public async Task LetGoAsync(CancellationToken cancel)
    {
        await store.Relaxed.WriteAsync(
            $"""
            update posting_target
            set held_at = null, due_at = case when state = 'unknown' then {clock.GetUtcNow()} else due_at end,
                reason = case when state = 'scheduled' then '' else reason end
            where held_at is not null and state in ('scheduled', 'unknown')
            """,
            cancel);
        Planned.Tell();
    }

    /// <summary>When somebody last looked after what is due.</summary>
    /// <returns>The instant; null where nobody ever has.</returns>
    public async Task<DateTimeOffset?> ReadWatchAsync(CancellationToken cancel)
    {
        var seen = await store.ReadAsync($"select seen_at from posting_watch where id = 1", row => row.Instant("seen_at"), cancel);
        return seen.Count == 0 ? null : seen[0];
    }

    /// <summary>Notes that somebody looks after what is due.</summary>
    public async Task WriteWatchAsync(CancellationToken cancel)
    {
        // A worker on a wrong clock is none, and says so though nothing is due.
        await store.RefuseWrongClockAsync(cancel);
        await store.Relaxed.WriteAsync(
            $"insert into posting_watch (id, seen_at) values (1, {clock.GetUtcNow()}) on conflict (id) do update set seen_at = excluded.seen_at", cancel);
    }
}
