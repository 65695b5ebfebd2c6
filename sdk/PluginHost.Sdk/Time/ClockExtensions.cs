namespace PluginHost.Sdk;

/// <summary>What is done with a clock.</summary>
public static class ClockExtensions
{
    /// <summary>
    /// Waits before looking again for what others may have done: another process, a person. To be used in place of <c>Task.Delay</c> by whoever looks now
    /// and then, so that a rehearsal need not go through every second of a month.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="interval">How long.</param>
    /// <param name="cancel">Ends waiting.</param>
    /// <returns>A task that ends when it is time to look.</returns>
    public static Task LookLaterAsync(this TimeProvider clock, TimeSpan interval, CancellationToken cancel) =>
        clock is RehearsalClock rehearsal ? rehearsal.LookLaterAsync(interval, cancel) : Task.Delay(interval, clock, cancel);
}
