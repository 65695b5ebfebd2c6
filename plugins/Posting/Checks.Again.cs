using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>The checks once more, right before a target goes out: much may have changed since it was planned.</summary>
internal sealed partial class Checks
{
    public async Task<Clearance> CheckAgainAsync(OutboxTarget target, CancellationToken cancel)
    {
        CheckedPlan plan;
        try
        {
            // Nobody reads a warning here.
            plan = await CheckAsync(await PlanOfAsync([target], cancel), target.Post, Severity.Error, cancel);
        }
        catch (PluginHostException gone)
        {
            return new Clearance { Reason = gone.Message };
        }

        var route = plan.Routes[0];
        if (route.Profile.Network != target.Network)
            return new Clearance { Reason = $"it was planned for {target.Network}, and {target.Profile} is on {route.Profile.Network} now" };

        return new Clearance
        {
            Route = route.Network is null ? null : route,
            Reason = string.Join("; ", plan.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Message)),
        };
    }

    /// <summary>The checks once more for a post that waits, as it stands in the outbox.</summary>
    /// <param name="targets">What has not left of it.</param>
    /// <param name="cancel">Cancels checking.</param>
    public async Task<IReadOnlyList<Problem>> CheckWaitingAsync(IReadOnlyList<OutboxTarget> targets, CancellationToken cancel)
    {
        try
        {
            return (await CheckAsync(await PlanOfAsync(targets, cancel), targets[0].Post, cancel)).Problems;
        }
        catch (WrongUseException gone)
        {
            // A profile may have gone from plugins.yaml since.
            return [Error("posting.profile", null, gone.Message)];
        }
    }

    // Without its time: whether that has passed is shown by the outbox, and does not make the text worse.
    private async Task<PostPlan> PlanOfAsync(IReadOnlyList<OutboxTarget> targets, CancellationToken cancel) => new()
    {
        Variants = Threads.VariantsOf(targets, await outbox.ReadMediaAsync(targets, cancel)),
        AskedBy = "posting",
    };
}
