using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>The clock of a rehearsal in which nobody does anything: whoever only looks for what others do is never woken.</summary>
internal sealed class QuietClock(FakeClock time) : RehearsalClock
{
    public override string Seed => "1";

    public override long Written => 0;

    public override long Settled => 0;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);

    public override Task LookLaterAsync(TimeSpan interval, long seen, CancellationToken cancel) => Task.Delay(Timeout.InfiniteTimeSpan, time, cancel);

    public override Task LookForSettledLaterAsync(TimeSpan interval, long seen, CancellationToken cancel) => LookLaterAsync(interval, seen, cancel);
}
