namespace PluginHost.Testing;

/// <summary>
/// A clock in the hand: it stands still until it is advanced, and fires what falls due on the way. Timers and timestamps go by the time that passes;
/// what the clock on the wall shows may leave it, as when a machine sleeps or somebody sets the clock.
/// </summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly SemaphoreSlim _set = new(0);
    private DateTimeOffset _passed;
    private TimeSpan _apart;

    public FakeClock()
        : this(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public FakeClock(DateTimeOffset now) => _passed = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _passed + _apart;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
            return _passed.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody sets a timer, so that moving the clock has something to move past.</summary>
    public Task WaitForTimerAsync(CancellationToken cancel) => _set.WaitAsync(cancel);

    public void Advance(TimeSpan time)
    {
        var end = Passed + time;
        while (TakeNext(end) is { } due)
            due.Fire();

        lock (_gate)
            _passed = end;
    }

    /// <summary>The machine sleeps: the clock on the wall goes on, and nothing else does. What was due meanwhile is as far away as before.</summary>
    public void Sleep(TimeSpan time)
    {
        lock (_gate)
            _apart += time;
    }

    /// <summary>Somebody sets the clock on the wall back.</summary>
    public void SetBack(TimeSpan time) => Sleep(-time);

    private DateTimeOffset Passed
    {
        get
        {
            lock (_gate)
                return _passed;
        }
    }

    private FakeTimer? TakeNext(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
                return null;

            _passed = next.Due > _passed ? next.Due : _passed;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);

            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                Period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._passed + dueTime;
                    clock._timers.Add(this);
                    clock._set.Release();
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
