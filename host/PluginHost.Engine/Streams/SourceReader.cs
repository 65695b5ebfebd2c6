using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// Reads one source for this process, while nobody else does: takes the lease, asks for pages, appends them, trims now and then. It runs until it is
/// cancelled and waits out everything else; what it meets is noted once in a row.
/// </summary>
/// <param name="stream">The stream's name.</param>
/// <param name="hear">Asks the source for the page after a cursor. It does not throw.</param>
/// <param name="service">What all readers share.</param>
internal sealed class SourceReader(string stream, Func<string?, CancellationToken, Task<HeardPage>> hear, StreamService service)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestTrim = TimeSpan.FromMilliseconds(500);
    private readonly Streak _silent = new(LongestPause);
    private readonly Streak _stuck = new(TimeSpan.FromMinutes(1));

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await TakeTurnAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // It has no caller. The store may be busy or full; that passes.
                if (_stuck.Begin())
                    service.Note(Severity.Warning, $"The stream {stream} is not read for now; it is tried again. {error.Message}");

                await service.PauseAsync(_stuck.NextPause(), cancel);
            }
        }
    }

    private async Task TakeTurnAsync(CancellationToken cancel)
    {
        var freed = service.Freed.Next(stream);
        if (await StreamLease.TryTakeAsync(service.Log, service.Clock, service.Naps, stream, service.NewOwner(), cancel) is not { } lease)
        {
            await service.Freed.WaitAsync(freed, StreamLease.Interval, cancel);
            return;
        }

        var pause = TimeSpan.Zero;
        try
        {
            pause = await HoldAsync(lease, cancel);
        }
        finally
        {
            await LeaveAsync(lease);
        }

        await service.PauseAsync(pause, cancel);
    }

    // Reads while the lease is ours. A source that is silent for longer than a lease lasts is left to others meanwhile: they may reach it.
    private async Task<TimeSpan> HoldAsync(StreamLease lease, CancellationToken cancel)
    {
        var trimAt = service.Clock.GetUtcNow() + service.Keeping.Interval;
        while (true)
        {
            var spoken = service.Rehearsal?.Clock.Spoken ?? 0;
            if (await HearAsync(lease, cancel) is not { } page)
                return TimeSpan.Zero;

            TimeSpan pause;
            if (page.IsFailed)
            {
                pause = _silent.NextPause();
                if (pause > StreamLease.Length)
                    return pause;
            }
            else
            {
                _silent.End();
                var movesOn = page.Cursor != lease.Cursor;
                if (await lease.AppendAsync(page, cancel) is not { } added)
                    return TimeSpan.Zero;

                _stuck.End();
                if (added > 0)
                    service.Appended.Tell(stream);

                pause = (added > 0 || movesOn) && !(page.QuietUntil > service.Clock.GetUtcNow()) ? TimeSpan.Zero : page.Pause;
            }

            if (service.Clock.GetUtcNow() >= trimAt && service.Rehearsal is null)
            {
                var more = await service.Log.TrimAsync(stream, lease.Owner, service.Keeping, service.Clock.GetUtcNow(), cancel);
                trimAt = service.Clock.GetUtcNow() + (more ? TimeSpan.Zero : service.Keeping.Interval);
            }

            if (pause > TimeSpan.Zero && service.Rehearsal is { } rehearsal)
                await rehearsal.Clock.ListenLaterAsync(pause > Rehearsal.Beat ? pause : Rehearsal.Beat, page.QuietUntil, spoken, cancel);
            else if (!await RestAsync(lease, pause, cancel))
                return TimeSpan.Zero;
        }
    }

    // A source may wait for something to come; the lease is renewed meanwhile.
    private async Task<HeardPage?> HearAsync(StreamLease lease, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hearing = hear(lease.Cursor, stop.Token);
        try
        {
            while (!await service.Freed.WaitAsync(hearing, lease.DueIn, cancel))
            {
                if (!await lease.RenewAsync(cancel))
                    return null;
            }

            return await hearing;
        }
        finally
        {
            // Never two calls at once.
            await stop.CancelAsync();
            await Task.WhenAny(hearing);
        }
    }

    private async Task<bool> RestAsync(StreamLease lease, TimeSpan pause, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (lease.IsDue && !await lease.RenewAsync(cancel))
                return false;

            if (pause <= TimeSpan.Zero)
                return true;

            var part = pause < StreamLease.Interval ? pause : StreamLease.Interval;
            await service.PauseAsync(part, cancel);
            pause -= part;
        }
    }

    // Where only programs read that end soon, nobody holds a source as long as the interval. They trim as they leave, what all takers have, and not for long.
    private async Task TrimTakenAsync(StreamLease lease)
    {
        var begun = service.Clock.GetTimestamp();
        while (await service.Log.TrimTakenAsync(stream, lease.Owner, service.Keeping, service.Clock.GetUtcNow(), CancellationToken.None)
            && service.Clock.GetElapsedTime(begun) < LongestTrim)
        {
        }
    }

    private async Task LeaveAsync(StreamLease lease)
    {
        try
        {
            await TrimTakenAsync(lease);
            await lease.GiveBackAsync(CancellationToken.None);
        }
        catch (PluginHostException)
        {
            // It runs out by itself.
        }

        service.Freed.Tell(stream);
    }
}
