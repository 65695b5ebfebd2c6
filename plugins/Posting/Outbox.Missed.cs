using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What became due while nothing ran.</summary>
internal sealed partial class Outbox
{
    // Whoever is no later than this was there: a program that is started anew has missed nothing.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(5);

    /// <summary>Why something was skipped.</summary>
    public const string Skipped = "missed: nothing ran when it was due, and then it was to be skipped; posting.restore makes a draft of it";

    /// <summary>
    /// Goes through what has become due while nobody looked: what may still go out late is left alone, what is to be skipped is refused with that reason, the
    /// rest is held for a person's word.
    /// </summary>
    /// <param name="absent">For how long nobody looked: what may be later than that was not missed, but put off.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task MissAsync(TimeSpan absent, CancellationToken cancel)
    {
        await SkipAsync(absent, cancel);
        var now = clock.GetUtcNow();
        var hold = Late($"update posting_target set held_at = {now}, reason = {TooLate} where state = 'scheduled' and held_at is null", now, absent);
        var held = await store.Relaxed.WriteAsync(hold, cancel);
        if (absent > timing.Late)
        {
            held += await store.Relaxed.WriteAsync(
                $"update posting_target set held_at = {now} where held_at is null and state = 'unknown' and sending_at < {now - timing.Late}", cancel);
        }

        if (held > 0)
            Moved.Tell();
    }

    /// <summary>Refuses what is to be skipped when it is late.</summary>
    public async Task SkipAsync(TimeSpan absent, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        if (!timing.Missed.IsSkipped && !await HasSkipsAsync(cancel))
            return;

        var skip = Late(
            $"""
            update posting_target set state = 'refused', reason = {Skipped}, refused_by = {RefusedBy.Missed}, held_at = null
            where state = 'scheduled'
            """,
            clock.GetUtcNow(),
            absent);

        // What waits for somebody's yes, or for money, was not missed: it is held.
        skip.AppendLiteral($" and reason not like '{Approvals.NotApproved}%' and reason not like '{Spending.OverBudget}%'");
        skip.AppendLiteral(" and case when missed <> '' then missed else coalesce((select m.missed from posting_missed m where m.profile = posting_target.profile), ");
        skip.AppendFormatted(timing.Missed.Column);
        skip.AppendLiteral(") end = 'skip'");
        if (await store.WriteAsync(skip, cancel) > 0)
            Moved.Tell();
    }

    /// <summary>Says what is to become of a post that is missed.</summary>
    /// <returns>Whether any of it still waits.</returns>
    public async Task<bool> SetMissedAsync(long post, Missed missed, CancellationToken cancel) => await store.WriteAsync(
        $"update posting_target set missed = {missed.Column}, grace = {missed.GraceColumn} where post = {post} and state in ('draft', 'scheduled')",
        cancel) > 0;

    /// <summary>Says what is to become of what a profile misses.</summary>
    public Task SetMissedAsync(string profile, Missed missed, CancellationToken cancel) => store.WriteAsync(
        $"""
        insert into posting_missed (profile, missed, grace) values ({profile}, {missed.Column}, {missed.GraceColumn})
        on conflict (profile) do update set missed = excluded.missed, grace = excluded.grace
        """,
        cancel);

    /// <summary>What becomes of what profiles miss, where it was said.</summary>
    public async Task<IReadOnlyDictionary<string, Missed>> ReadMissedAsync(CancellationToken cancel) => (await store.ReadAsync(
        $"select profile, missed, grace from posting_missed order by profile",
        row => KeyValuePair.Create(row.Text("profile"), Missed.Read(row.Text("missed"), row.Integer("grace"))!),
        cancel)).ToDictionary();

    // Looked for first: most workspaces skip nothing, and a write that changes nothing waits for the disk all the same.
    private async Task<bool> HasSkipsAsync(CancellationToken cancel) => (await store.ReadAsync(
        $"""
        select 1 as id from posting_missed where missed = 'skip'
        union all select 1 as id from posting_target where state = 'scheduled' and missed = 'skip' limit 1
        """,
        PostNumber.Read,
        cancel)).Count > 0;

    // The post's own word counts first, then that of its profile, then the settings'. A word without a length takes that of the setting "late".
    private Sql Late(Sql update, DateTimeOffset now, TimeSpan absent)
    {
        update.AppendLiteral(" and due_at < ");
        update.AppendFormatted(now - Moment);
        update.AppendLiteral(" and due_at < ");
        update.AppendFormatted(now);
        update.AppendLiteral(" - ");
        AppendGrace(update);
        update.AppendLiteral(" and ");
        AppendGrace(update);
        update.AppendLiteral(" < ");
        update.AppendFormatted((long)Math.Min(absent.TotalMilliseconds, TimeSpan.FromDays(36500).TotalMilliseconds));
        return update;
    }

    private void AppendGrace(Sql sql)
    {
        var late = (long)timing.Late.TotalMilliseconds;
        sql.AppendLiteral("case when missed <> '' and grace >= 0 then grace when missed <> '' then ");
        sql.AppendFormatted(late);
        sql.AppendLiteral(" else coalesce((select case when m.grace >= 0 then m.grace else ");
        sql.AppendFormatted(late);
        sql.AppendLiteral(" end from posting_missed m where m.profile = posting_target.profile), ");
        sql.AppendFormatted(timing.Missed.Grace is { } grace ? (long)grace.TotalMilliseconds : late);
        sql.AppendLiteral(") end");
    }
}
