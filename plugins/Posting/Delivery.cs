using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// The rest of a post's way for the one who waits for it: sends what is in hand, then waits, within bounds, for what was put off. Whoever serves the
/// workspace goes on with what is left.
/// </summary>
internal sealed class Delivery(Outbox outbox, Sender sender, Dispatch dispatch, Recovery recovery, IRandom random, TimeProvider clock)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Sends what was leased when it was committed, profile by profile: of a thread, the first part.</summary>
    /// <returns>What ended here, in the order of the plan; what was moved by somebody else, or not sent at all, is missing.</returns>
    public async Task<IReadOnlyList<OutboxTarget>> SendAsync(Committed committed, IReadOnlyList<Route> routes, Lease lease, Task stopped)
    {
        var ended = new List<OutboxTarget>(committed.Targets.Count);
        var leased = committed.Targets.Where(target => target.State == TargetState.Leased).ToList();
        for (var place = 0; place < leased.Count && !stopped.IsCompleted; place++)
        {
            // A plan with a problem is not committed: each route has a network, and nothing stands against any part.
            var rest = ThreadOrder.LeavesTogether(leased[place], routes[place].Rules) ? ThreadOrder.After(leased[place], committed.Targets) : [];
            var sending = sender.SendAsync(leased[place], lease, isInDoubt: false, routes[place], rest);
            if (await WaitForAsync(sending, committed.Post, stopped) is { } target)
                ended.Add(target);
        }

        return ended;
    }

    /// <summary>Waits for what is still to go out, and sends it when it is due.</summary>
    /// <param name="post">The post.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="settlesDoubts">Whether doubts are waited for too.</param>
    /// <param name="stopped">Ends waiting.</param>
    /// <param name="notes">Told what is waited for.</param>
    public async Task WaitOutAsync(long post, TimeSpan patience, bool settlesDoubts, Task stopped, WaitNotes notes)
    {
        var waiting = Lease.Begin("", clock);
        while (!stopped.IsCompleted)
        {
            var moved = outbox.Moved.Next;
            if (settlesDoubts)
                await outbox.SettleAsync(CancellationToken.None);

            var targets = await outbox.ReadPostAsync(post, CancellationToken.None);
            if (!targets.Any(target => ThreadOrder.IsOpen(target, targets, settlesDoubts)))
                return;

            if (await SendDueAsync(post, targets, settlesDoubts, stopped))
                continue;

            var rest = patience - waiting.Age(clock);
            if (rest <= TimeSpan.Zero)
                return;

            notes.Tell(targets, patience - rest, patience);

            await WaitAsync(Until(targets, rest), moved, stopped);
        }
    }

    private async Task<bool> SendDueAsync(long post, IReadOnlyList<OutboxTarget> targets, bool settlesDoubts, Task stopped)
    {
        var now = clock.GetUtcNow();
        var lease = Lease.Begin(random.NewId().ToString(), clock);
        var isAny = false;
        if (targets.Any(target => target is { State: TargetState.Scheduled, HeldAt: null } && target.DueAt <= now && ThreadOrder.MayGo(target, targets)))
        {
            foreach (var target in await outbox.ClaimAsync(lease, targets.Count, [], post))
            {
                isAny = true;
                if (!stopped.IsCompleted)
                    await WaitForAsync(dispatch.SendAsync(target, lease), post, stopped);
            }
        }

        if (settlesDoubts && recovery.IsPossible && targets.Any(target => target.IsToSettle && target.DueAt <= now))
        {
            foreach (var target in await outbox.ClaimDoubtsAsync(lease, targets.Count, [], post))
            {
                isAny = true;
                await WaitForAsync(recovery.SettleAsync(target, lease), post, stopped);
            }
        }

        return isAny;
    }

    // What has not left is refused at once when it is stopped: the program may end before the network answers.
    private async Task<OutboxTarget?> WaitForAsync(Task<OutboxTarget?> sending, long post, Task stopped)
    {
        if (await Task.WhenAny(sending, stopped) != sending)
            await outbox.RefuseRestAsync(post);

        return await sending;
    }

    private TimeSpan Until(IReadOnlyList<OutboxTarget> targets, TimeSpan rest)
    {
        var now = clock.GetUtcNow();
        var wait = rest < Poll ? rest : Poll;
        foreach (var target in targets)
        {
            if (target.IsOpen && target.DueAt is { } due && due > now && due - now < wait)
                wait = due - now;
        }

        return wait;
    }

    private async Task WaitAsync(TimeSpan time, Task moved, Task stopped)
    {
        using var done = new CancellationTokenSource();
        await Task.WhenAny(Task.Delay(time, clock, done.Token), moved, stopped);
        await done.CancelAsync();
    }
}
