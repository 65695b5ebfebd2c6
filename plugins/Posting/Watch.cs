namespace PluginHost.Posting;

/// <summary>
/// Notes that somebody looks after what is due. Where nobody did for longer than the setting "late", what became overdue meanwhile is held: nobody
/// wants this morning's offer to go out tonight, because that is when the machine was opened.
/// </summary>
internal sealed class Watch(Outbox outbox, TimeProvider clock, Timing timing)
{
    private readonly TimeSpan _beat = timing.Late / 4 < TimeSpan.FromMinutes(1) ? timing.Late / 4 : TimeSpan.FromMinutes(1);
    private Lease? _seen;

    /// <summary>Looks, before anything is claimed. It costs nothing while the last look is young.</summary>
    public async Task LookAsync()
    {
        if (_seen is not null && !_seen.IsTorn(clock) && _seen.Age(clock) < _beat)
            return;

        var look = Lease.Begin("", clock);
        if (await outbox.ReadWatchAsync(CancellationToken.None) is not { } before || look.TakenAt - before > timing.Late)
        {
            await outbox.ReleaseAsync(CancellationToken.None);
            await outbox.HoldAsync(CancellationToken.None);
        }

        await outbox.WriteWatchAsync(CancellationToken.None);
        _seen = look;
    }
}
