using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Sends what a program planned and did not send, because it ended. It happens on a person's word alone: an old text may be wrong.</summary>
internal sealed class Backlog(IHost host, Checks checks, Outbox outbox, Sender sender)
{
    /// <returns>What became of each, oldest first. What could not be tried is still planned, with the reason.</returns>
    public Task<IReadOnlyList<OutboxTarget>> SendAsync(CancellationToken cancel) => host.Jobs.RunAsync<IReadOnlyList<OutboxTarget>>(
        "Sending what is planned",
        async job =>
        {
            var done = new List<OutboxTarget>();
            foreach (var target in await outbox.ReadLeftAsync(cancel))
            {
                if (cancel.IsCancellationRequested || job.Cancel.IsCancellationRequested)
                    break;

                done.Add(await SendAsync(target, cancel));
            }

            return done;
        },
        CancellationToken.None);

    private async Task<OutboxTarget> SendAsync(OutboxTarget target, CancellationToken cancel)
    {
        CheckedPlan plan;
        try
        {
            var variant = new Variant { Profile = target.Profile, Text = target.Text, Language = target.Language };
            plan = await checks.CheckAsync(new PostPlan { Variants = [variant], AskedBy = "posting.send" }, cancel);
        }
        catch (WrongUseException gone)
        {
            return target with { Reason = gone.Message };
        }

        var route = plan.Routes[0];
        if (route.Profile.Network != target.Network)
            return target with { Reason = $"it was planned for {target.Network}, and {target.Profile} is on {route.Profile.Network} now" };

        if (route.Network is not { } network)
            return target with { Reason = plan.Problems[0].Message };

        if (plan.IsStopped)
            await outbox.RefusePlannedAsync(target, string.Join("; ", plan.Problems.Select(problem => problem.Message)));
        else
            await sender.SendAsync(target, route.Profile, network);

        return await outbox.ReadAsync(target, CancellationToken.None);
    }
}
