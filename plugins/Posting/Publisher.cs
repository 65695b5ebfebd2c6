using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The way of a post: checked whole, committed whole, then sent profile by profile, each with an outcome of its own.</summary>
internal sealed partial class Publisher(IHost host, Checks checks, Outbox outbox, Delivery delivery, Announcer announcer, Timing timing, ReactionLog reactions)
    : IPublisher
{
    public async Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) =>
        (await checks.CheckAsync(plan, cancel)).Problems;

    public Task<IReadOnlyList<VariantPreview>> PreviewAsync(PostPlan plan, CancellationToken cancel) => checks.PreviewAsync(plan, cancel);

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        if (plan.At > host.Clock.GetUtcNow())
            return await PlanAsync(plan, cancel);

        var checkedPlan = await CheckOrFindAsync(plan, cancel);
        if (checkedPlan.Before is { } before)
            return await GoOnAsync(plan, before, cancel);

        if (checkedPlan.IsStopped)
            return new NotPublished { Problems = checkedPlan.Problems };

        var lease = Lease.Begin(host.Random.NewId().ToString(), host.Clock);
        var isHeldBack = timing.Undo > TimeSpan.Zero;
        var committed = await outbox.CommitAsync(plan, checkedPlan.Routes, lease.TakenAt + timing.Undo, isHeldBack ? null : lease, cancel);
        if (!committed.IsNew)
            return await GoOnAsync(plan, committed, cancel);

        IReadOnlyList<OutboxTarget> ended = [];
        await RunAsync(
            TitleOf(committed),
            async (stopped, job) =>
            {
                if (!isHeldBack)
                    ended = await delivery.SendAsync(committed, checkedPlan.Routes, lease, stopped);

                if (HasEnded(ended, committed))
                    return;

                if (!stopped.IsCompleted)
                    await delivery.WaitOutAsync(committed.Post, timing.Undo + timing.Patience, settlesDoubts: false, stopped, new WaitNotes(host, job, timing));

                if (stopped.IsCompleted)
                    await outbox.RefuseRestAsync(committed.Post);

                ended = [];
            },
            () => announcer.AnnounceAsync(ended, committed.Targets.Count),
            cancel);

        // Where all went its way, what is known here is what is on disk.
        return await ShowAsync(HasEnded(ended, committed) ? ended : null, committed.Post);
    }

    private static bool HasEnded(IReadOnlyList<OutboxTarget> ended, Committed committed) =>
        ended.Count == committed.Targets.Count
        && ended.All(target => target.State is TargetState.Sent or TargetState.Refused or TargetState.Unknown);

    private string TitleOf(Committed committed) => timing.Undo > TimeSpan.Zero
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Publishing post {committed.Post} in {timing.Undo.TotalSeconds} seconds; posting.undo post={committed.Post} takes it back")
        : "Publishing";

    // A job, because a network may take its time. The caller's token reaches it as a wish to stop, not as an end to waiting.
    private async Task RunAsync(string title, Func<Task, IJob, Task> work, Func<Task> announce, CancellationToken cancel)
    {
        try
        {
            await host.Jobs.RunAsync(
                title,
                async job =>
                {
                    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    using var byCaller = cancel.UnsafeRegister(static stopped => ((TaskCompletionSource)stopped!).TrySetResult(), stopped);
                    using var byPerson = job.Cancel.UnsafeRegister(static stopped => ((TaskCompletionSource)stopped!).TrySetResult(), stopped);
                    await work(stopped.Task, job);
                },
                CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The job was taken away before its end. Where each target stands is in the outbox.
        }
        finally
        {
            await announce();
        }
    }

    private async Task<PublishResult> ShowAsync(IReadOnlyList<OutboxTarget>? known, long post) =>
        new Published { Post = PostOf(known ?? await outbox.ReadPostAsync(post, CancellationToken.None)) };

    private static Post PostOf(IReadOnlyList<OutboxTarget> targets) => new()
    {
        Id = targets[0].Post.ToString(CultureInfo.InvariantCulture),
        CreatedAt = targets[0].CreatedAt,
        At = targets[0].PlannedAt ?? (targets[0].State == TargetState.Draft ? null : targets[0].CreatedAt),
        Targets = Threads.TargetsOf(targets),
    };
}
