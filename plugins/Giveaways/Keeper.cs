using PluginHost.Campaigns;
using PluginHost.Giveaways.Steps;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>Goes on with every giveaway as long as the workspace is served. Any number of them may run on one workspace: the store decides who does a step.</summary>
internal sealed class Keeper(IHost host, GiveawayTable table, Course course)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Listening = TimeSpan.FromMinutes(1);

    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                // Made before the looking, so that nothing is missed that is written meanwhile.
                var lookout = Lookout.ForSettled(host.Clock);
                var next = await LookAsync(cancel);
                await WaitAsync(lookout, next - host.Clock.GetUtcNow() ?? Longest, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // It was told to end.
        }
    }

    /// <summary>Does what is due of all giveaways.</summary>
    /// <returns>When something is due next; null where nothing is.</returns>
    public async Task<DateTimeOffset?> LookAsync(CancellationToken cancel)
    {
        var going = await table.ReadGoingAsync(cancel);
        if (going.Count == 0)
            return null;

        var next = await ListenAsync(going, cancel);
        foreach (var giveaway in going)
        {
            var after = await course.GoOnAsync(giveaway.Id, cancel);
            var at = course.NextAt(after, await table.ReadAwardsAsync(giveaway.Id, cancel));
            next = next is null || at < next ? at : next;
        }

        return next;
    }

    private async Task<DateTimeOffset?> ListenAsync(IReadOnlyList<StoredGiveaway> going, CancellationToken cancel)
    {
        try
        {
            var again = await course.CollectNowAndThenAsync(going.Any(giveaway => giveaway.State == GiveawayState.Drawn), cancel);
            host.Views.Refresh(GiveawaysPlugin.ListView);
            return again;
        }
        catch (PluginHostException problem)
        {
            host.Output.Write(Severity.Warning, $"Nobody is heard for the giveaways: {problem.Message}");
            return host.Clock.GetUtcNow() + Listening;
        }
    }

    // In earnest other processes may write at any time; in a rehearsal the lookout knows.
    private async Task WaitAsync(Lookout lookout, TimeSpan left, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var due = Task.Delay(left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left > Longest ? Longest : left, host.Clock, done.Token);
        await Task.WhenAny(due, lookout.WaitAsync(Poll, done.Token));
        Cancel(done);
        cancel.ThrowIfCancellationRequested();
    }

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();
}
