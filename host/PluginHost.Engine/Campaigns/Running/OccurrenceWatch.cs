using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Isolation;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>
/// Watches one occurrence while its child runs: keeps what it says, stops it when its time is over or somebody asks, and says what became of it where the
/// child could not.
/// </summary>
internal sealed class OccurrenceWatch(Claim claim, Campaign campaign, OccurrenceStore store, IOccurrenceRunner runner, TimeProvider clock)
{
    private const int LongestLine = 2_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _lines = new();
    private long _passedOver;

    /// <summary>Told of every line, on any thread.</summary>
    public Action<LogLine>? Heard { get; init; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="cancel">Stops it, to be gone on with later.</param>
    public async Task<KnownOccurrence> RunAsync(CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = runner.RunAsync(claim, Hear, stop.Token);
        string? reason = null;
        while (!running.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            await Task.WhenAny(running, Task.Delay(Look, clock, enough.Token));
            await enough.CancelAsync();
            if (stop.IsCancellationRequested)
            {
                await Task.WhenAny(running);
                break;
            }

            reason = await LookAsync(clock.GetElapsedTime(begun));
            if (reason is not null)
                await stop.CancelAsync();
        }

        return await SettleAsync(running, reason, cancel);
    }

    // A store that is away for a while does not leave the child without somebody who watches it.
    private async Task<string?> LookAsync(TimeSpan taken)
    {
        if (campaign.Entry.Timeout is { } timeout && taken >= timeout)
            return $"stopped: it took longer than {DurationText.Of(timeout)}";

        try
        {
            await WriteLinesAsync();
            return await store.IsAskedToStopAsync(claim.Name) ? "stopped by a person" : null;
        }
        catch (PluginHostException error)
        {
            Heard?.Invoke(new LogLine { At = clock.GetUtcNow(), Severity = Severity.Warning, Text = error.Message });
            return null;
        }
    }

    private async Task<KnownOccurrence> SettleAsync(Task<IsolatedEnd> running, string? reason, CancellationToken cancel)
    {
        IsolatedEnd? end = null;
        var how = "its process was ended from outside";
        try
        {
            end = await running;
            how = end.IsKilled ? "it did not stop within 2 seconds, and was ended with its process"
                : end.IsOrderly ? "its process could not say what became of it" : how;
        }
        catch (PluginHostException error)
        {
            how = error.Message;
        }

        await WriteLinesAsync();

        // What it took, a process that ends in order says itself.
        if (end is { IsOrderly: false })
            await store.AddCostAsync(claim.Name, end.Cpu, end.PeakMemory);

        var known = await FindAsync();
        if (known.IsOver || known.State == OccurrenceState.Waiting)
            return known;

        if (reason is not null)
            await store.HaltAsync(claim.Name, end is { IsKilled: true } ? $"{reason}; {how}" : reason);
        else if (cancel.IsCancellationRequested)
            await store.ReleaseAsync(claim.Name);
        else
            await store.LeaveAsync(claim.Name, how);

        return await FindAsync();
    }

    private async Task<KnownOccurrence> FindAsync() => await store.FindAsync(claim.Name, CancellationToken.None)
        ?? throw new PluginHostException($"{claim.Name} is gone from the store.");

    private void Hear(string text, Severity severity)
    {
        var line = new LogLine { At = clock.GetUtcNow(), Severity = severity, Text = text.Length > LongestLine ? $"{text[..LongestLine]}…" : text };
        Heard?.Invoke(line);
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count <= OccurrenceStore.MostLines)
                return;

            _lines.Dequeue();
            _passedOver++;
        }
    }

    private async Task WriteLinesAsync()
    {
        List<LogLine> lines;
        lock (_gate)
        {
            if (_lines.Count == 0)
                return;

            lines = [.. _lines];
            if (_passedOver > 0)
                lines.Insert(0, new LogLine { At = lines[0].At, Severity = Severity.Warning, Text = $"({_passedOver} lines before this were too many to be kept)" });

            _lines.Clear();
            _passedOver = 0;
        }

        await store.AddLinesAsync(claim.Name, lines);
    }
}
