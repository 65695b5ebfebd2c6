using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// A clock that only the <see cref="Stage"/> moves: to the next timer, one timer at a time. Those who would look again and again for what nobody can have done are not
/// woken for it: see <see cref="Lookout"/>.
/// </summary>
internal sealed class StageClock(DateTimeOffset from, TimeZoneInfo zone, string seed) : RehearsalClock
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(StageTimer Timer, int Turn), (long Due, long Order)> _timers = new();
    private readonly List<Look> _looks = [];
    private long _now = from.UtcTicks;
    private long _order;
    private long _written;
    private long _settled;
    private long _spoken;

    public override string Seed => seed;

    public override TimeZoneInfo LocalTimeZone => zone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StageTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public override long Written => Volatile.Read(ref _written);

    public override long Settled => Volatile.Read(ref _settled);

    /// <summary>How often one of ours has said or done something on a network.</summary>
    public long Spoken => Volatile.Read(ref _spoken);

    public override Task LookLaterAsync(TimeSpan interval, long seen, CancellationToken cancel) =>
        LookAsync(interval, long.MaxValue, seen, LookedFor.Written, cancel);

    public override Task LookForSettledLaterAsync(TimeSpan interval, long seen, CancellationToken cancel) =>
        LookAsync(interval, long.MaxValue, seen, LookedFor.Settled, cancel);

    /// <summary>Waits before a source is asked again: until it has something to tell, or one of ours has said or done something on a network.</summary>
    /// <param name="interval">How often it is asked at most.</param>
    /// <param name="quietUntil">When it will have something to tell; null: it does not know, and is asked at every interval.</param>
    /// <param name="heard">How often one of ours had spoken before it was asked.</param>
    /// <param name="cancel">Ends waiting.</param>
    public Task ListenLaterAsync(TimeSpan interval, DateTimeOffset? quietUntil, long heard, CancellationToken cancel)
    {
        var step = Math.Max(1, interval.Ticks);
        var rest = (quietUntil?.UtcTicks ?? _now) - _now;
        var until = rest > TimeSpan.TicksPerDay * 36_500 ? long.MaxValue : _now + (Math.Max(1, (rest + step - 1) / step) * step);
        return LookAsync(interval, until, heard, LookedFor.Spoken, cancel);
    }

    /// <summary>Waits until an instant, however far it is.</summary>
    public async Task UntilAsync(DateTimeOffset instant, CancellationToken cancel)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = CreateTimer(_ => come.TrySetResult(), null, instant - GetUtcNow(), Timeout.InfiniteTimeSpan);
        using var ending = cancel.UnsafeRegister((_, token) => come.TrySetCanceled(token), null);
        await come.Task;
    }

    /// <summary>Notes that something was written.</summary>
    /// <param name="isSettled">Whether it was written to last.</param>
    public void NoteWritten(bool isSettled)
    {
        lock (_gate)
        {
            _written++;
            _settled += isSettled ? 1 : 0;
        }
    }

    /// <summary>Notes that one of ours has said or done something on a network.</summary>
    public void NoteSpoken()
    {
        lock (_gate)
            _spoken++;
    }

    /// <summary>Moves to what comes next, and gives it; null where nothing ever will.</summary>
    public Stage.Work? MoveOn()
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var dead, out _) && dead.Timer.Turn != dead.Turn)
                _timers.Dequeue();

            var hasTimer = _timers.TryPeek(out _, out var timerDue);
            var look = NextLook();
            if (look is not null && (!hasTimer || look.DueAt(this).CompareTo(timerDue) < 0))
            {
                MoveTo(look.DueAt(this).Due);
                _looks.Remove(look);
                return new Stage.Work(static look => ((Look)look!).End(), look);
            }

            if (!hasTimer)
                return null;

            MoveTo(timerDue.Due);
            var timer = _timers.Dequeue().Timer;
            timer.Repeat();
            return new Stage.Work(static timer => ((StageTimer)timer!).Fire(), timer);
        }
    }

    private Look? NextLook()
    {
        Look? next = null;
        foreach (var look in _looks)
        {
            if (look.DueAt(this).Due < long.MaxValue && (next is null || look.DueAt(this).CompareTo(next.DueAt(this)) < 0))
                next = look;
        }

        return next;
    }

    private void MoveTo(long due)
    {
        if (due > _now)
            Volatile.Write(ref _now, due);
    }

    private async Task LookAsync(TimeSpan interval, long until, long seen, LookedFor what, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Look look;
        lock (_gate)
        {
            look = new Look { Soonest = _now + interval.Ticks, Latest = until, Seen = seen, What = what, Order = _order++ };
            _looks.Add(look);
        }

        using var ending = cancel.UnsafeRegister(static (look, token) => ((Look)look!).Cancel(token), look);
        try
        {
            await look.Ended;
        }
        finally
        {
            lock (_gate)
                _looks.Remove(look);
        }
    }

    private sealed class Look
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public required long Soonest { get; init; }

        public required long Latest { get; init; }

        public required long Seen { get; init; }

        public required LookedFor What { get; init; }

        public required long Order { get; init; }

        public Task Ended => _ended.Task;

        public (long Due, long Order) DueAt(StageClock clock)
        {
            var hasSomething = What switch { LookedFor.Spoken => clock._spoken, LookedFor.Settled => clock._settled, _ => clock._written } > Seen;
            return (hasSomething ? Math.Min(Latest, Math.Max(Soonest, clock._now)) : Latest, Order);
        }

        public void End() => _ended.TrySetResult();

        public void Cancel(CancellationToken token) => _ended.TrySetCanceled(token);
    }

    private sealed class StageTimer(StageClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        /// <summary>How often it was set: what stands in the queue of an earlier turn is void.</summary>
        public int Turn { get; private set; }

        public void Fire() => callback(state);

        /// <summary>Sets it again where it repeats itself.</summary>
        public void Repeat()
        {
            Turn++;
            if (_period > TimeSpan.Zero)
                clock._timers.Enqueue((this, Turn), (clock._now + _period.Ticks, clock._order++));
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Turn++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock._timers.Enqueue((this, Turn), (clock._now + Math.Max(0, dueTime.Ticks), clock._order++));
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                Turn++;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
