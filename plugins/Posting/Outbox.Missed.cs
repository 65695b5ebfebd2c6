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

        // A part that waits for the one before it is not late by itself: it goes once that one has, however late it was let out.
        Sql hold = $"""
            update posting_target set held_at = {now}, reason = {TooLate}
            where state = 'scheduled' and held_at is null and (part = 0 or exists (
                select 1 from posting_target b where b.post = posting_target.post and b.place = posting_target.place - 1 and b.state = 'sent' and b.remote_id is not null))
              and
            """;
        AppendMissed(hold, "due_at", now, absent);
        hold.AppendLiteral(" returning post, profile");
        Sql doubt = $"update posting_target set held_at = {now} where state = 'unknown' and held_at is null and ";
        AppendMissed(doubt, "sending_at", now, absent);
        var held = await store.Relaxed.WriteAsync(hold, MissedOf, cancel);
        Log?.TellMissed(held, TooLate);
        if (held.Count + await store.Relaxed.WriteAsync(doubt, cancel) > 0)
            Moved.Tell();
    }

    /// <summary>
    /// Refuses what is to be skipped when it is late: a thread as a whole, and only where none of it has left. What is held waits for a person, so it was not
    /// missed.
    /// </summary>
    public async Task SkipAsync(TimeSpan absent, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        if (!timing.Missed.IsSkipped && !await HasSkipsAsync(cancel))
            return;

        Sql skip = $"""
            update posting_target set state = 'refused', reason = {Skipped}, refused_by = {RefusedBy.Missed}, held_at = null
            where state = 'scheduled' and (post, place - part) in (
                select post, place from posting_target where part = 0 and state = 'scheduled' and held_at is null and
            """;
        AppendMissed(skip, "due_at", clock.GetUtcNow(), absent);
        skip.AppendLiteral(" and case when missed <> '' then missed else coalesce((select m.missed from posting_missed m where m.profile = posting_target.profile), ");
        skip.AppendFormatted(timing.Missed.Column);
        skip.AppendLiteral(") end = 'skip') returning post, profile");
        var skipped = await store.WriteAsync(skip, MissedOf, cancel);
        Log?.TellMissed(skipped, Skipped["missed: ".Length..]);
        if (skipped.Count > 0)
            Moved.Tell();
    }

    private static (long Post, string Profile) MissedOf(IRow row) => (row.Integer("post"), row.Text("profile"));

    /// <summary>Whether a target is too late to go out by itself.</summary>
    public async Task<bool> IsLateAsync(OutboxTarget target)
    {
        Sql late = $"select 1 as id from posting_target where key = {target.Key} and ";
        AppendLate(late, "due_at", clock.GetUtcNow());
        return (await store.ReadAsync(late, PostNumber.Read, CancellationToken.None)).Count > 0;
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

    // What is late, and was not merely put off while somebody looked.
    private void AppendMissed(Sql sql, string since, DateTimeOffset now, TimeSpan absent)
    {
        AppendLate(sql, since, now);
        sql.AppendLiteral(" and ");
        AppendGrace(sql);
        sql.AppendLiteral(" < ");
        sql.AppendFormatted((long)Math.Min(absent.TotalMilliseconds, TimeSpan.FromDays(36500).TotalMilliseconds));
    }

    // The one rule of what is too late to go out by itself.
    private void AppendLate(Sql sql, string since, DateTimeOffset now)
    {
        sql.AppendLiteral($"({since} < ");
        sql.AppendFormatted(now - Moment);
        sql.AppendLiteral($" and {since} < ");
        sql.AppendFormatted(now);
        sql.AppendLiteral(" - ");
        AppendGrace(sql);
        sql.AppendLiteral(")");
    }

    // The post's own word counts first, then that of its profile, then the settings'. A word without a length takes that of the setting "late".
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
