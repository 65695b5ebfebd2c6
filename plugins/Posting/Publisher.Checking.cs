using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Looks over what waits.</summary>
internal sealed partial class Publisher
{
    public async Task<IReadOnlyList<PlannedProblem>> CheckPlannedAsync(CancellationToken cancel)
    {
        var problems = new List<PlannedProblem>();
        var waiting = await outbox.ReadWaitingAsync(cancel);
        foreach (var post in waiting.GroupBy(target => target.Post))
        {
            List<OutboxTarget> targets = [.. post];
            problems.AddRange((await checks.CheckWaitingAsync(targets, cancel)).Select(problem => new PlannedProblem
            {
                Post = post.Key.ToString(CultureInfo.InvariantCulture),
                At = targets[0].State == TargetState.Draft ? null : targets[0].PlannedAt ?? targets[0].CreatedAt,
                Problem = problem,
            }));
        }

        return problems;
    }
}
