using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>How a run of a script waits for what others may do.</summary>
internal static class LookoutExtensions
{
    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Waits until somebody may have done something, or the end has come.</summary>
    /// <param name="lookout">What it looks with: made before the first look.</param>
    /// <param name="script">The run.</param>
    /// <param name="pause">How long between two looks.</param>
    /// <param name="left">How long it is to the end; <see cref="TimeSpan.MaxValue"/>: there is none.</param>
    public static async Task WaitAsync(this Lookout lookout, IScript script, TimeSpan pause, TimeSpan left)
    {
        if (left <= pause)
        {
            await Task.Delay(Timer(left), script.Clock, script.Cancel);
            return;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(script.Cancel);
        var end = Task.Delay(Timer(left), script.Clock, done.Token);
        await Task.WhenAny(end, lookout.WaitAsync(pause, done.Token));
        Cancel(done);
        script.Cancel.ThrowIfCancellationRequested();
    }

    // An end that is further away is looked for again. A timer has whole milliseconds, and a shorter one waits for nothing: on a clock that stands still meanwhile, for ever.
    private static TimeSpan Timer(TimeSpan left) =>
        left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan
        : left > Longest ? Longest
        : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();
}
