using PluginHost.Sdk;

namespace PluginHost.PressRoom;

/// <summary>Does what is due, to the moment, as long as the workspace is served. Any number of them may run on one workspace.</summary>
/// <param name="host">The clock.</param>
/// <param name="look">Does what is due, and says when the next is.</param>
/// <param name="tell">Tells the screen.</param>
internal sealed class PressWorker(IHost host, Func<CancellationToken, Task<DateTimeOffset?>> look, Func<CancellationToken, Task> tell)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                var lookout = Lookout.ForSettled(host.Clock);
                var next = await look(cancel);
                await tell(cancel);
                await WaitAsync(lookout, next, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // It was told to end. Whatever it had begun stands in the store.
        }
    }

    private async Task WaitAsync(Lookout lookout, DateTimeOffset? next, CancellationToken cancel)
    {
        var rest = next - host.Clock.GetUtcNow();
        if (rest <= TimeSpan.Zero)
            rest = Poll;

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var due = rest < Longest ? Task.Delay(rest.Value, host.Clock, done.Token) : Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, done.Token);
        await Task.WhenAny(due, lookout.WaitAsync(Poll, done.Token));
        Cancel(done);
        cancel.ThrowIfCancellationRequested();
    }

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();
}
