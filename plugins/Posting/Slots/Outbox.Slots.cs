using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Posts that take the next slot that is free.</summary>
internal sealed partial class Outbox
{
    /// <summary>Commits a post of one profile into its next free slot.</summary>
    /// <param name="plan">The plan, without a time.</param>
    /// <param name="routes">Its variant, with its way.</param>
    /// <param name="slots">When profiles speak.</param>
    /// <param name="cancel">Cancels committing.</param>
    public async Task<Committed> QueueAsync(PostPlan plan, IReadOnlyList<Route> routes, Slots slots, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        var profile = routes[0].Profile.Name;
        var schedules = await slots.ReadAsync(profile, cancel);
        var committed = await store.TransactAsync(
            async transaction =>
            {
                var slot = await slots.FindFreeAsync(transaction, profile, schedules);
                var queued = await CommitAsync(transaction, plan with { At = slot.Instant, Wall = slot }, routes, Due(slot.Instant), null, Now);
                await TakeAsync(transaction, profile, slot, queued.Post);
                return queued;
            },
            cancel);
        Planned.Tell();
        return committed;
    }

    /// <summary>Gives a post that waits another slot of its profile.</summary>
    /// <param name="post">The post.</param>
    /// <param name="profile">Its profile.</param>
    /// <param name="at">The slot; null: the next one that is free.</param>
    /// <param name="slots">When profiles speak.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The slot; null where nothing of the post waits.</returns>
    /// <exception cref="WrongUseException">It is no slot of the profile, it has passed, or somebody has it.</exception>
    public async Task<DueTime?> MoveToSlotAsync(long post, string profile, DateTimeOffset? at, Slots slots, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        var schedules = await slots.ReadAsync(profile, cancel);
        var moved = await store.TransactAsync<DueTime?>(
            async transaction =>
            {
                var slot = at is { } instant
                    ? await FindSlotAsync(transaction, slots, profile, schedules, instant)
                    : await slots.FindFreeAsync(transaction, profile, schedules);
                if (await ScheduleAsync(transaction, post, slot, Due(slot.Instant)) == 0)
                    return null;

                await transaction.WriteAsync($"delete from posting_queued where post = {post}");
                await TakeAsync(transaction, profile, slot, post);
                return slot;
            },
            cancel);
        Planned.Tell();
        Moved.Tell();
        return moved;
    }

    /// <summary>Takes a post out of the queue. It stays as a draft.</summary>
    /// <returns>Whether it was in it, and has not left.</returns>
    public async Task<bool> TakeOutAsync(long post, CancellationToken cancel)
    {
        var taken = await store.TransactAsync(
            async transaction =>
            {
                var queued = await transaction.ReadAsync($"select post as id from posting_queued where post = {post}", PostNumber.Read);
                if (queued.Count == 0)
                    return PostNumber.Of(0);

                var count = await transaction.WriteAsync(
                    $"""
                    update posting_target set state = 'draft', due_at = null, held_at = null, reason = '', wall = null, zone = null, clocks = ''
                    where post = {post} and state in ('draft', 'scheduled')
                    """);
                if (count > 0)
                {
                    await transaction.WriteAsync($"delete from posting_queued where post = {post}");
                    await transaction.WriteAsync($"update posting_post set planned_at = null where id = {post}");
                }

                return PostNumber.Of(count);
            },
            cancel);
        Moved.Tell();
        return taken.Value > 0;
    }

    // Not before it can be taken back.
    private DateTimeOffset Due(DateTimeOffset at) => Now + timing.Undo is var earliest && at < earliest ? earliest : at;

    private async Task<DueTime> FindSlotAsync(
        IStoreTransaction transaction, Slots slots, string profile, IReadOnlyList<string> schedules, DateTimeOffset instant)
    {
        var slot = slots.After(profile, schedules, instant.AddTicks(-1)).FirstOrDefault() is { } next && next.Instant == instant
            ? next
            : throw new WrongUseException($"{DueTime.NameOf(instant)} is no slot of {profile}. posting.queue.list shows which are free; posting.schedule gives a post any time.");
        if (instant <= Now)
            throw new WrongUseException($"The slot {slot} of {profile} has passed. posting.queue.list shows which are free; posting.now sends a post at once.");

        await slots.FreeAsync(transaction, profile);
        return slot;
    }

    private static async Task TakeAsync(IStoreTransaction transaction, string profile, DueTime slot, long post)
    {
        var taken = await transaction.WriteAsync(
            $"insert into posting_queued (profile, slot, post) values ({profile}, {slot.Instant}, {post}) on conflict (profile, slot) do nothing");
        if (taken == 0)
            throw new WrongUseException($"The slot {slot} of {profile} is taken. posting.queue.list shows which are free.");
    }
}
