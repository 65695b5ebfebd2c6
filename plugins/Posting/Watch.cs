using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Notes that somebody looks after what is due. What became due while nobody did, and is later than it may be, is held or skipped: nobody wants this morning's
/// offer to go out tonight, because that is when the machine was opened. The first look lets plans follow their wall clocks, too.
/// </summary>
internal sealed class Watch(Outbox outbox, Repeating repeating, IHost host, Timing timing)
{
    private readonly TimeSpan _beat = timing.Late / 4 < TimeSpan.FromMinutes(1) ? timing.Late / 4 : TimeSpan.FromMinutes(1);
    private Lease? _seen;

    /// <summary>Looks, before anything is claimed. It costs nothing while the last look is young.</summary>
    public async Task LookAsync()
    {
        if (_seen is not null && !_seen.IsTorn(host.Clock) && _seen.Age(host.Clock) < _beat)
            return;

        if (_seen is null)
            await FollowClocksAsync();

        // Before what was missed is gone through: what was never made because nothing ran was missed too.
        await repeating.RollAsync(CancellationToken.None);

        // A beat that is late by as much as it is long is no absence.
        var look = Lease.Begin("", host.Clock);
        var absent = await outbox.ReadWatchAsync(CancellationToken.None) is { } before ? look.TakenAt - before : TimeSpan.MaxValue;
        if (absent > _beat * 2)
        {
            await outbox.ReleaseAsync(CancellationToken.None);
            await outbox.MissAsync(absent, CancellationToken.None);
        }

        await outbox.WriteWatchAsync(CancellationToken.None);
        _seen = look;
    }

    // Rules of zones come with the program, so they change when it starts.
    private async Task FollowClocksAsync()
    {
        if (await outbox.FollowClocksAsync(host.Times, CancellationToken.None) is var moved and > 0)
            host.Output.Write(Severity.Warning, $"The rules of a time zone have changed: {moved} planned posts were moved, so that they keep their wall clock.");
    }
}
