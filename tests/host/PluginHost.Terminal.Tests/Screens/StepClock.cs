namespace PluginHost.Terminal.Tests.Screens;

/// <summary>A clock without timers that allocates nothing when it is moved.</summary>
internal sealed class StepClock : TimeProvider
{
    public TimeSpan Now { get; private set; } = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    public void Advance(TimeSpan time) => Now += time;
}
