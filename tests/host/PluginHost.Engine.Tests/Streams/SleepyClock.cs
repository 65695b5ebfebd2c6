namespace PluginHost.Engine.Tests.Streams;

/// <summary>A clock on a machine that can sleep: the wall clock goes on, the machine's own does not.</summary>
internal sealed class SleepyClock(FakeClock clock) : TimeProvider
{
    private long _asleep;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public void Sleep(TimeSpan time)
    {
        Interlocked.Add(ref _asleep, time.Ticks);
        clock.Advance(time);
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp() - Interlocked.Read(ref _asleep);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
