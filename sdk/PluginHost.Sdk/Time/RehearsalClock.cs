namespace PluginHost.Sdk;

/// <summary>
/// The clock of a rehearsal: it stands still while anything is being done, and jumps to what comes next when nothing is. A guest whose
/// <see cref="IHost.Clock"/> is one is being rehearsed.
/// </summary>
public abstract class RehearsalClock : TimeProvider
{
    /// <summary>What chance follows from: the same seed, the same rehearsal. A network whose people are invented lets them follow from it too.</summary>
    public abstract string Seed { get; }

    /// <summary>
    /// Waits before looking again for what others may have done. Nobody else is there: it ends once something was written in the workspace, and not
    /// before the interval has passed.
    /// </summary>
    /// <param name="interval">How long to wait at least.</param>
    /// <param name="cancel">Ends waiting.</param>
    /// <returns>A task that ends when there may be something to see.</returns>
    public abstract Task LookLaterAsync(TimeSpan interval, CancellationToken cancel);
}
