namespace PluginHost.Sdk.Testing;

/// <summary>
/// The clock of a <see cref="TestHost"/>: it stands still until the test moves it, and fires what falls due on the way, in order. Deadlines of the host go by it too.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TestTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>Makes one that stands at an instant.</summary>
    /// <param name="start">The instant.</param>
    public TestClock(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves the clock on and fires what falls due. It does not wait for what the plugin does about it: <see cref="TestHost.AdvanceAsync"/> does, and lets each timer find the
    /// plugin where it would be.
    /// </summary>
    /// <param name="time">How far; not below zero.</param>
    /// <exception cref="WrongUseException">The time is below zero.</exception>
    public void Advance(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
            throw new WrongUseException($"A clock in the hand goes on, and not back by {-time}. Begin with an earlier start.");

        var end = GetUtcNow() + time;
        while (FireNext(end))
        {
        }

        MoveTo(end);
    }

    /// <summary>Fires the next timer that is due by an instant.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool FireNext(DateTimeOffset end)
    {
        TestTimer? next;
        lock (_gate)
        {
            next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
                return false;

            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);
        }

        next.Fire();
        return true;
    }

    /// <summary>Stands at an instant, where it has not passed.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
            _now = instant > _now ? instant : _now;
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
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
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
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
