using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// Looks after what waits, as long as the workspace is served: answers that were given elsewhere or begun by who has died, snoozes that are over, assignees who are away.
/// Any number of them may run on one workspace: each step is committed once.
/// </summary>
internal sealed class Upkeep(IHost host, Conversations conversations, Answering answering, Asking asking, Elsewhere elsewhere, Announcer announcer)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // What the status bar says of the longest wait grows older by itself.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>A task that ends when it is cancelled.</returns>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var lookout = Lookout.ForSettled(host.Clock);
            var next = await LookAsync(cancel);
            await WaitAsync(lookout, next, cancel);
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>When something comes by the clock; null: nothing does.</returns>
    public async Task<DateTimeOffset?> LookAsync(CancellationToken cancel)
    {
        await elsewhere.CatchUpAsync(cancel);
        var resumed = Earlier(await answering.GoOnAsync(cancel), await asking.GoOnAsync(cancel));
        var next = Earlier(await conversations.BringBackAsync(cancel), resumed);
        await announcer.AnnounceAsync(cancel);
        return next;
    }

    private async Task WaitAsync(Lookout lookout, DateTimeOffset? next, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waits = new List<Task> { lookout.WaitAsync(Interval, done.Token) };
        if (next is { } due)
        {
            var left = due - host.Clock.GetUtcNow();
            waits.Add(Task.Delay(left < TimeSpan.Zero ? TimeSpan.Zero : left < TimeSpan.FromDays(40) ? left : TimeSpan.FromDays(40), host.Clock, done.Token));
        }

        // Nobody looks at a screen in a rehearsal, and a month has many minutes.
        if (host.Clock is not RehearsalClock)
            waits.Add(Task.Delay(Longest, host.Clock, done.Token));

        await Task.WhenAny(waits);
        Cancel(done);
        cancel.ThrowIfCancellationRequested();
    }

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => right is null || left < right ? left : right;
}
