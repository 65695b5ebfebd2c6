using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Sends what is due as long as the workspace is served, several profiles at once and one target of a profile at a time, and looks into what nobody
/// knows. Any number of them may run on one workspace.
/// </summary>
internal sealed class Worker(
    IHost host, Outbox outbox, Sender sender, Dispatch dispatch, Recovery recovery, Watch watch, Announcer announcer, Timing timing)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);
    private readonly string _owner = host.Random.NewId().ToString();
    private readonly Dictionary<string, Task> _lanes = [];
    private readonly SemaphoreSlim _places = new(timing.Parallel);
    private Agenda _agenda = new();
    private Lookout _lookout = Lookout.ForSettled(host.Clock);
    private Task _planned = Task.CompletedTask;
    private DateTimeOffset? _next;
    private long _polledAt;

    // How many claims may find something: a claim that finds nothing costs a turn at the database.
    private int _chances;

    /// <returns>A task that ends after the token is cancelled: what is on its way has ended then, and what has not left was given back.</returns>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                await EndLanesAsync();
                await watch.LookAsync();
                await PollAsync(cancel);
                await FillAsync(cancel);
                await WaitAsync(cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // It was told to end while it looked.
        }
        finally
        {
            await LeaveAsync();
        }
    }

    // A lane that broke, because the store did, breaks the worker too: whoever started it starts it again.
    private async Task EndLanesAsync()
    {
        foreach (var (profile, lane) in _lanes.Where(lane => lane.Value.IsCompleted).ToList())
        {
            _lanes.Remove(profile);
            _chances++;
            await lane;
        }
    }

    // Other processes do not tell when they plan something: it is looked for every second.
    private async Task PollAsync(CancellationToken cancel)
    {
        if (!_planned.IsCompleted && host.Clock.GetElapsedTime(_polledAt) < Poll && !(_next <= host.Clock.GetUtcNow()))
            return;

        _planned = outbox.Planned.Next;
        _lookout = Lookout.ForSettled(host.Clock);
        _polledAt = host.Clock.GetTimestamp();
        _agenda = await outbox.ReadAgendaAsync(cancel);
        if (_agenda.HasLeftLease)
            await outbox.ReleaseAsync(cancel);

        if (_agenda.HasLeftSending)
            await announcer.AnnounceAsync(cancel);

        if (_agenda.HasLeftLease || _agenda.HasLeftSending)
            _agenda = await outbox.ReadAgendaAsync(cancel);

        var now = host.Clock.GetUtcNow();
        _next = Earlier(_agenda.Due > now ? _agenda.Due : null, _agenda.Doubt > now ? _agenda.Doubt : null);
        if (_agenda.Due <= now || _agenda.Doubt <= now)
        {
            if ((await outbox.ReadLimitsAsync(cancel)).Any(limit => limit.IsUsedUp(now)))
                await outbox.PutOffLimitedAsync(cancel);

            _chances = timing.Parallel;
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        while (_chances > 0 && _lanes.Count < timing.Parallel && !cancel.IsCancellationRequested)
        {
            _chances--;
            var lease = Lease.Begin(_owner, host.Clock);
            var claimed = await outbox.ClaimAsync(lease, timing.Batch, _lanes.Keys, null);
            var isDoubt = claimed.Count == 0;
            if (isDoubt && _agenda.Doubt <= lease.TakenAt && recovery.IsPossible)
                claimed = await outbox.ClaimDoubtsAsync(lease, timing.Batch, _lanes.Keys, null);

            if (claimed.Count == 0)
                _chances = 0;

            foreach (var lane in claimed.GroupBy(target => target.Profile))
                _lanes.Add(lane.Key, RunLaneAsync([.. lane], lease, isDoubt, cancel));
        }
    }

    private async Task RunLaneAsync(IReadOnlyList<OutboxTarget> targets, Lease lease, bool isDoubt, CancellationToken cancel)
    {
        await _places.WaitAsync(CancellationToken.None);
        try
        {
            foreach (var target in targets)
            {
                // What has begun ends; what has not is somebody else's.
                if (cancel.IsCancellationRequested)
                {
                    await sender.GiveBackAsync(target, lease, target.Reason);
                    continue;
                }

                var ended = isDoubt ? await recovery.SettleAsync(target, lease) : await dispatch.SendAsync(target, lease);
                await announcer.AnnounceAsync(ended is null ? [] : [ended], 1);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        if (_chances > 0 && _lanes.Count < timing.Parallel)
            return;

        var time = Poll - host.Clock.GetElapsedTime(_polledAt);
        var rest = _next - host.Clock.GetUtcNow();
        if (time <= TimeSpan.Zero || rest <= TimeSpan.Zero)
            return;

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var due = rest < Longest ? Task.Delay(rest.Value, host.Clock, done.Token) : Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, done.Token);
        await Task.WhenAny([.. _lanes.Values, _planned, due, _lookout.WaitAsync(time, done.Token)]);
        Cancel(done);
    }

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => right is null || left < right ? left : right;

    private async Task LeaveAsync()
    {
        foreach (var lane in _lanes.Values)
        {
            try
            {
                await lane;
            }
            catch (PluginHostException)
            {
                // The store broke under it: the lease ends by itself.
            }
        }

        _places.Dispose();
        await announcer.AnnounceAsync(CancellationToken.None);
    }
}
