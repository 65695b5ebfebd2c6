using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What is published later, or perhaps not at all.</summary>
internal sealed partial class Publisher
{
    public async Task<PublishResult> PlanAsync(PostPlan plan, CancellationToken cancel)
    {
        var checkedPlan = await CheckOrFindAsync(plan, cancel);
        if (checkedPlan.Before is null && checkedPlan.IsStopped)
            return new NotPublished { Problems = checkedPlan.Problems };

        var committed = checkedPlan.Before ?? await outbox.CommitAsync(plan, checkedPlan.Routes, Due(plan.At), null, cancel);
        if (!committed.IsNew)
            RefuseChange(plan, committed);

        announcer.Refresh();
        return await ShowAsync(committed.Targets, committed.Post);
    }

    /// <summary>Checks a plan of one profile and commits it into its next free slot.</summary>
    /// <returns>The post's number.</returns>
    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    public async Task<long> QueueAsync(PostPlan plan, Slots slots, CancellationToken cancel)
    {
        var checkedPlan = await checks.CheckAsync(plan, cancel);
        if (checkedPlan.IsStopped)
            throw new NotPublishedException(checkedPlan.Problems);

        var committed = await outbox.QueueAsync(plan, checkedPlan.Routes, slots, cancel);
        announcer.Refresh();
        return committed.Post;
    }

    public async Task<Post> WithdrawAsync(string post, CancellationToken cancel)
    {
        var number = PostNumber.Parse(post);
        await ReadKnownAsync(number, cancel);
        await outbox.WithdrawAsync(number, cancel);
        announcer.Refresh();
        return PostOf(await outbox.ReadPostAsync(number, CancellationToken.None));
    }

    public async Task<Post> WithdrawAsync(string post, string reason, CancellationToken cancel)
    {
        var number = PostNumber.Parse(post);
        await ReadKnownAsync(number, cancel);
        await outbox.WithdrawForGoodAsync(number, reason);
        announcer.Refresh();
        return PostOf(await outbox.ReadPostAsync(number, CancellationToken.None));
    }

    /// <summary>Brings back what a person has taken back of a post.</summary>
    /// <exception cref="PluginHostException">Nothing of it was taken back.</exception>
    public async Task RestoreAsync(long post, CancellationToken cancel)
    {
        await ReadKnownAsync(post, cancel);
        if (await outbox.WhyForGoodAsync(post, cancel) is { } reason)
            throw new PluginHostException($"Post {post} was taken back for good: {reason}. What it says is not so any more. posting.publish says something else.");

        if (!await outbox.RestoreAsync(post, host.Clock.GetUtcNow()))
            throw new PluginHostException($"Nothing of post {post} was taken back: posting.outbox shows what became of it.");

        announcer.Refresh();
    }

    /// <summary>Gives a draft a time, or what is planned another one.</summary>
    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    public async Task<Post> ScheduleAsync(long post, DueTime at, CancellationToken cancel)
    {
        var targets = await ReadKnownAsync(post, cancel);
        var checkedPlan = await checks.CheckAsync(
            new PostPlan { Variants = Threads.VariantsOf(targets, await outbox.ReadMediaAsync(targets, cancel)), AskedBy = "posting.schedule", At = at.Instant, Wall = at }, post, cancel);
        if (checkedPlan.IsStopped)
            throw new NotPublishedException(checkedPlan.Problems);

        if (!await outbox.ScheduleAsync(post, at, Due(at.Instant)!.Value, cancel))
            throw new PluginHostException($"Nothing of post {post} waits for a time: posting.outbox shows what became of it.");

        announcer.Refresh();
        return PostOf(await outbox.ReadPostAsync(post, CancellationToken.None));
    }

    private DateTimeOffset? Due(DateTimeOffset? at) => host.Clock.GetUtcNow() + timing.Undo is var earliest && at < earliest ? earliest : at;

    private async Task<IReadOnlyList<OutboxTarget>> ReadKnownAsync(long post, CancellationToken cancel) =>
        await outbox.ReadPostAsync(post, cancel) is { Count: > 0 } targets
            ? targets
            : throw new WrongUseException($"There is no post {post} here. posting.outbox shows the numbers.");
}
