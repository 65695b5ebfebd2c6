using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The posts of what is said again and again.</summary>
internal sealed partial class Outbox
{
    private const string LeftOut = "left out: this time it is not said";
    private const string Stopped = "its repetition was stopped";

    /// <summary>Commits one time of a repetition as a post, once.</summary>
    /// <returns>Whether it was committed now.</returns>
    public async Task<bool> RepeatAsync(IStoreTransaction transaction, Repetition repetition, DueTime due, IReadOnlyList<Route> routes)
    {
        var plan = new PostPlan
        {
            Variants = [.. routes.Select(route => route.Variant)],
            AskedBy = Repetition.Campaign,
            At = due.Instant,
            Wall = due,
            Effect = new EffectKey { Campaign = Repetition.Campaign, Occurrence = $"{repetition.Id}", Step = Repetition.NameOf(due) },
        };
        var committed = await CommitAsync(transaction, plan, routes, due.Instant, null, Now);
        if (committed.IsNew)
            await SetAuthorAsync(transaction, committed.Post, repetition.Author);

        if (committed.IsNew && repetition.Missed is { } missed)
            await transaction.WriteAsync($"update posting_target set missed = {missed.Column}, grace = {missed.GraceColumn} where post = {committed.Post}");

        if (committed.IsNew && due.Instant < Now)
            await MissAsync(transaction, committed.Post);

        return committed.IsNew;
    }

    // It is made when its time has passed already, for it could not be made before. Whoever looks after what was missed has looked: it would go out now, with all
    // the others.
    private async Task MissAsync(IStoreTransaction transaction, long post)
    {
        Sql skip =
            $"""
            update posting_target set state = 'refused', reason = {Skipped}, refused_by = {RefusedBy.Missed}
            where post = {post} and state = 'scheduled' and due_at < {Now - Moment} and due_at < {Now} -
            """;
        AppendGrace(skip);
        skip.AppendLiteral(" and case when missed <> '' then missed else coalesce((select m.missed from posting_missed m where m.profile = posting_target.profile), ");
        skip.AppendFormatted(timing.Missed.Column);
        skip.AppendLiteral(") end = 'skip'");
        await transaction.WriteAsync(skip);
        Sql hold =
            $"""
            update posting_target set held_at = {Now}, reason = {TooLate}
            where post = {post} and state = 'scheduled' and held_at is null and due_at < {Now - Moment} and due_at < {Now} -
            """;
        AppendGrace(hold);
        await transaction.WriteAsync(hold);
    }

    /// <summary>The posts of a repetition that are still to come or were left out, in order.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadRepeatedAsync(long repetition, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        where p.campaign = {Repetition.Campaign} and p.occurrence = {$"{repetition}"} order by p.planned_at, t.place
        """,
        Target,
        cancel);

    /// <summary>Leaves one time out, or says it after all: at its time, or as a draft where that has passed.</summary>
    /// <returns>Whether anything of it was still to be said, or was left out.</returns>
    public async Task<bool> LeaveOutAsync(long post, bool isLeftOut)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        var isMoved = await MoveAsync(
            store,
            isLeftOut
                ? $"""
                  update posting_target set state = 'refused', reason = {LeftOut}, refused_by = {RefusedBy.Person}, held_at = null, lease_owner = null, lease_until = null
                  where post = {post} and state in ('draft', 'scheduled', 'leased')
                  """
                : (Sql)$"""
                  update posting_target set state = case when due_at > {now} then 'scheduled' else 'draft' end,
                      due_at = case when due_at > {now} then due_at else null end, reason = '', refused_by = null, refused_at = null
                  where post = {post} and state = 'refused' and reason = {LeftOut}
                  """);
        if (isMoved && !isLeftOut)
            Planned.Tell();

        return isMoved;
    }

    /// <summary>Whether a target was left out.</summary>
    public static bool IsLeftOut(OutboxTarget target) => target is { State: TargetState.Refused, Reason: LeftOut };

    /// <summary>Gives what waits of a post another text.</summary>
    /// <returns>Whether anything of it still waits, untried.</returns>
    public async Task<bool> ChangeTextAsync(long post, IReadOnlyList<Route> routes)
    {
        var changed = await store.TransactAsync(
            async transaction =>
            {
                var count = 0;
                foreach (var route in routes)
                {
                    count += await transaction.WriteAsync(
                        $"""
                        update posting_target set text = {route.Variant.Text}
                        where post = {post} and profile = {route.Profile.Name} and part = 0 and state in ('draft', 'scheduled') and attempt = 0
                        """);
                }

                if (count > 0)
                {
                    await AddAuthorAsync(transaction, post);
                    await SketchTable.TakeInAgainAsync(transaction, post);
                }

                return PostNumber.Of(count);
            },
            CancellationToken.None);
        Moved.Tell();
        return changed.Value > 0;
    }

    /// <summary>Takes back what waits of a repetition, or puts it back.</summary>
    public Task<int> StopRepeatingAsync(IStoreTransaction transaction, long repetition, bool isStopped)
    {
        var now = clock.GetUtcNow();
        var id = $"{repetition}";
        return transaction.WriteAsync(isStopped
            ? $"""
              update posting_target set state = 'refused', reason = {Stopped}, refused_by = {RefusedBy.Person}, held_at = null, lease_owner = null, lease_until = null
              where state in ('draft', 'scheduled', 'leased')
                  and post in (select p.id from posting_post p where p.campaign = {Repetition.Campaign} and p.occurrence = {id})
              """
            : (Sql)$"""
              update posting_target set state = 'scheduled', reason = '', refused_by = null, refused_at = null
              where state = 'refused' and reason = {Stopped} and due_at > {now}
                  and post in (select p.id from posting_post p where p.campaign = {Repetition.Campaign} and p.occurrence = {id})
              """);
    }
}
