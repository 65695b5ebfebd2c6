using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Takes a target that is leased through the checks, once more, to the sender.</summary>
internal sealed class Dispatch(Outbox outbox, Checks checks, Sender sender, TimeProvider clock)
{
    /// <returns>What became of it; null where another process has moved it.</returns>
    public async Task<OutboxTarget?> SendAsync(OutboxTarget target, Lease lease)
    {
        var clearance = await checks.CheckAgainAsync(target, CancellationToken.None);
        if (clearance.MaySend)
            return await sender.SendAsync(target, lease, isInDoubt: false, clearance.Route!, await RestAsync(target, clearance.Route!));

        // What cannot be tried is tried again; what may not be said any more is not.
        var ended = clearance.Route is null
            ? target with
            {
                State = TargetState.Scheduled,
                Reason = clearance.Reason,
                DueAt = clock.GetUtcNow() + Pause.After(target.Tries),
                Tries = target.Tries + 1,
            }
            : target with { State = TargetState.Refused, Reason = clearance.Reason, RefusedBy = RefusedBy.Checks };
        return await outbox.MoveAsync(target, ended, lease) ? ended : null;
    }

    // Where something stands against one of them, the parts go one by one, as far as they may.
    private async Task<IReadOnlyList<OutboxTarget>> RestAsync(OutboxTarget target, Route route)
    {
        if (!ThreadOrder.LeavesTogether(target, route.Rules))
            return [];

        var rest = ThreadOrder.After(target, await outbox.ReadPostAsync(target.Post, CancellationToken.None));
        foreach (var part in rest)
        {
            if (!(await checks.CheckAgainAsync(part, CancellationToken.None)).MaySend)
                return [];
        }

        return rest;
    }
}
