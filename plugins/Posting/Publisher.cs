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

        var targets = await outbox.CommitAsync(checkedPlan.Routes, plan.AskedBy, cancel);
        try
        {
            // A job, because a network may take its time. The caller's token reaches it as a wish to stop, not as an end to waiting.
            await host.Jobs.RunAsync("Publishing", job => SendAsync(targets, checkedPlan.Routes, job, cancel), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The job was taken away before its end. Where each target stands is in the outbox.
        }
        finally
        {
            await announcer.AnnounceAsync(CancellationToken.None);
        }

        return new Published { Post = await outbox.ReadPostAsync(targets[0], CancellationToken.None) };
    }

    private async Task SendAsync(IReadOnlyList<OutboxTarget> targets, IReadOnlyList<Route> routes, IJob job, CancellationToken cancel)
    {
        for (var place = 0; place < targets.Count; place++)
        {
            if (cancel.IsCancellationRequested || job.Cancel.IsCancellationRequested)
            {
                await outbox.RefusePlannedAsync(targets[0].Post, "cancelled before it was sent");
                return;
            }

            // A route without a network is a problem, and a plan with a problem is not committed.
            await sender.SendAsync(targets[place], routes[place].Profile, routes[place].Network!);
        }
    }
}
