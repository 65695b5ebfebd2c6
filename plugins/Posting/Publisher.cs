using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The way of a post: checked whole, committed whole, then sent profile by profile, each with an outcome of its own.</summary>
internal sealed class Publisher(IHost host, Checks checks, Outbox outbox, Sender sender, Announcer announcer) : IPublisher
{
    public async Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) =>
        (await checks.CheckAsync(plan, cancel)).Problems;

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        var checkedPlan = await checks.CheckAsync(plan, cancel);
        if (checkedPlan.IsStopped)
            return new NotPublished { Problems = checkedPlan.Problems };

        var planned = await outbox.CommitAsync(checkedPlan.Routes, plan.AskedBy, cancel);
        var ended = new List<OutboxTarget>(planned.Count);
        try
        {
            // A job, because a network may take its time. The caller's token reaches it as a wish to stop, not as an end to waiting.
            await host.Jobs.RunAsync("Publishing", job => SendAsync(planned, checkedPlan.Routes, ended, job, cancel), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The job was taken away before its end. Where each target stands is in the outbox.
        }
        finally
        {
            await announcer.AnnounceAsync(ended, planned.Count);
        }

        // Where all went its way, what is known here is what is on disk.
        return new Published
        {
            Post = PostOf(ended.Count == planned.Count ? ended : await outbox.ReadPostAsync(planned[0].Post, CancellationToken.None)),
        };
    }

    // What was moved by somebody else, or not sent at all, does not come into the list.
    private async Task SendAsync(
        IReadOnlyList<OutboxTarget> planned, IReadOnlyList<Route> routes, List<OutboxTarget> ended, IJob job, CancellationToken cancel)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var byCaller = cancel.UnsafeRegister(static stopped => ((TaskCompletionSource)stopped!).TrySetResult(), stopped);
        using var byPerson = job.Cancel.UnsafeRegister(static stopped => ((TaskCompletionSource)stopped!).TrySetResult(), stopped);
        for (var place = 0; place < planned.Count && !stopped.Task.IsCompleted; place++)
        {
            // A route without a network is a problem, and a plan with a problem is not committed.
            var sending = sender.SendAsync(planned[place], routes[place].Profile, routes[place].Network!);

            // What has not left is refused at once: the program may end before the network answers.
            if (await Task.WhenAny(sending, stopped.Task) != sending)
                await RefuseAsync(planned);

            if (await sending is { } target)
                ended.Add(target);
        }

        if (ended.Count < planned.Count && stopped.Task.IsCompleted)
            await RefuseAsync(planned);
    }

    private Task RefuseAsync(IReadOnlyList<OutboxTarget> planned) => outbox.RefusePlannedAsync(planned[0].Post, "cancelled before it was sent");

    private static Post PostOf(IReadOnlyList<OutboxTarget> targets) => new()
    {
        Id = targets[0].Post.ToString(CultureInfo.InvariantCulture),
        CreatedAt = targets[0].CreatedAt,
        Targets = [.. targets.Select(target => target.ToTarget())],
    };
}
