using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

internal sealed class FakeScript(CancellationToken cancel) : IScript
{
    public FakeJournal Kept { get; } = new();

    public FakeClock Time { get; } = new();

    /// <summary>Whether it is rehearsed, where nobody but itself does anything.</summary>
    public bool IsRehearsed { get; set; }

    public string Name => "daily";

    public CancellationToken Cancel => cancel;

    public IJournal Journal => Kept;

    public TimeProvider Clock => IsRehearsed ? new QuietClock(Time) : Time;

    public ITimes Times => new FakeTimes(Time);
}
