namespace PluginHost.Sdk;

/// <summary>
/// The clock of a rehearsal: it stands still while anything is being done, and jumps to what comes next when nothing is. A guest whose
/// <see cref="IHost.Clock"/> is one is being rehearsed.
/// </summary>
public abstract class RehearsalClock : TimeProvider
{
    /// <summary>What chance follows from: the same seed, the same rehearsal. A network whose people are invented lets them follow from it too.</summary>
    public abstract string Seed { get; }

    /// <summary>How often something was written in the workspace so far.</summary>
    public abstract long Written { get; }

    /// <summary>How often something was written so far that was to outlast a failure of power: not with <see cref="IStore.Relaxed"/>, as what is heard is.</summary>
    public abstract long Settled { get; }

    /// <summary>Waits before looking again, as a <see cref="Lookout"/> does.</summary>
    /// <param name="interval">How long to wait at least.</param>
    /// <param name="seen">How often something had been written before the last look.</param>
    /// <param name="cancel">Ends waiting.</param>
    /// <returns>A task that ends when there may be something to see.</returns>
    public abstract Task LookLaterAsync(TimeSpan interval, long seen, CancellationToken cancel);

    /// <summary>Waits before looking again for what was settled: see <see cref="Lookout.ForSettled"/>.</summary>
    /// <param name="interval">How long to wait at least.</param>
    /// <param name="seen">How often something had been settled before the last look.</param>
    /// <param name="cancel">Ends waiting.</param>
    /// <returns>A task that ends when there may be something to see.</returns>
    public abstract Task LookForSettledLaterAsync(TimeSpan interval, long seen, CancellationToken cancel);
}
