using System.Collections.Concurrent;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>
/// Looks every second what of the campaigns is due, notes it, and runs what nobody runs. It decides nothing by itself: what is due stands in the store, and
/// so does who has it. Any number of processes may do this at once.
/// </summary>
internal sealed class CampaignScheduler(
    CampaignFiles files, OccurrenceStore store, EventPlanner events, EventListening listening, IOccurrenceRunner runner, TimeProvider clock)
{
    // A child is a process of a hundred megabytes.
    private const int MostAtOnce = 8;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(1);
    private readonly Dictionary<Claim, Task> _running = [];
    private readonly ConcurrentDictionary<OccurrenceName, Claim> _going = [];
    private string _told = "";
    private DateTimeOffset _trimAt = DateTimeOffset.MinValue;

    /// <summary>Told of what happens, on any thread.</summary>
    public required Action<CampaignEvent> Tell { get; init; }

    /// <summary>How long what has ended is kept.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>Why campaigns may not run now; null where they may.</summary>
    public Func<string?> WhyNot { get; init; } = static () => null;

    /// <summary>What is running now. On any thread.</summary>
    public IReadOnlyList<OccurrenceName> Going => [.. _going.Keys];

    /// <summary>Runs until it is cancelled, and then until the children have stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await TryLookAsync(cancel);
            await Task.WhenAny(Task.Delay(Look, clock, cancel));
        }

        await Task.WhenAll(_running.Values);
        await listening.EndAsync();
    }

    // A store that is busy or away is looked at again; what is due does not go away.
    private async Task TryLookAsync(CancellationToken cancel)
    {
        try
        {
            await LookAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The children are waited for by whoever calls.
        }
        catch (Exception error)
        {
            // It has no caller, and the next look may do better.
            TellOnce(Severity.Error, $"Campaigns are not looked at for now; it is tried again. {error.Message}");
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        // Nothing is noted either: it is as where nobody serves.
        if (WhyNot() is { } reason)
        {
            TellOnce(Severity.Warning, $"No campaign runs: {reason}");
            return;
        }

        var catalog = files.Read();
        TellOnce(Severity.Error, string.Join('\n', catalog.Problems));
        var active = catalog.All.Where(campaign => !campaign.Entry.Off).ToDictionary(campaign => campaign.Name, StringComparer.Ordinal);
        await store.PlanAsync([.. active.Values.Where(campaign => campaign.Schedule is not null)]);

        // Noted first, then listened to: a campaign that is new begins with what happens from now on.
        List<Campaign> heard = [.. active.Values.Where(campaign => campaign.Entry.On is not null)];
        await events.LookAsync(heard, cancel);
        listening.Keep(heard.Select(campaign => campaign.Entry.On!).ToHashSet(StringComparer.Ordinal), cancel);
        foreach (var (claim, _) in _running.Where(pair => pair.Value.IsCompleted).ToList())
            _running.Remove(claim);

        foreach (var claim in await store.ClaimAsync(active, MostAtOnce - _running.Count))
            _running.Add(claim, RunAsync(claim, active[claim.Name.Campaign], cancel));

        // Last, and a piece at a look: it is never in a hurry.
        if (clock.GetUtcNow() >= _trimAt && !await store.TrimAsync(clock.GetUtcNow() - Keep))
            _trimAt = clock.GetUtcNow() + TrimInterval;
    }

    private async Task RunAsync(Claim claim, Campaign campaign, CancellationToken cancel)
    {
        _going[claim.Name] = claim;
        await Task.Yield();
        Tell(new CampaignEvent { Campaign = campaign.Name, Severity = Severity.Information, Text = $"{claim.Name} begins" });
        try
        {
            var watch = new OccurrenceWatch(claim, campaign, store, runner, clock)
            {
                Heard = line => TellHeard(claim, line),
            };
            var known = await watch.RunAsync(cancel);
            Tell(CampaignEvent.Of(known, isStopping: cancel.IsCancellationRequested));
        }
        catch (Exception error)
        {
            // It has no caller either. The occurrence is gone on with, as after a kill.
            Tell(new CampaignEvent { Campaign = campaign.Name, Severity = Severity.Error, Text = $"{claim.Name}: {error.Message}" });
        }
        finally
        {
            _going.TryRemove(claim.Name, out _);
        }
    }

    // What a script says is kept with its run. What it should not be missed saying, and what plugins do for it, comes by the other stream.
    private void TellHeard(Claim claim, LogLine line)
    {
        if (line.Severity != Severity.Information)
            Tell(new CampaignEvent { Campaign = claim.Name.Campaign, Severity = line.Severity, Text = $"{claim.Name}: {line.Text}" });
    }

    private void TellOnce(Severity severity, string text)
    {
        if (text == _told)
            return;

        _told = text;
        if (text.Length > 0)
            Tell(new CampaignEvent { Campaign = "", Severity = severity, Text = text });
    }
}
