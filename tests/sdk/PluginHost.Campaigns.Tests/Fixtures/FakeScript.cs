using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

internal sealed class FakeScript(CancellationToken cancel) : IScript
{
    public FakeJournal Kept { get; } = new();

    public FakeClock Time { get; } = new();

    public string Name => "daily";

    public CancellationToken Cancel => cancel;

    public IJournal Journal => Kept;

    public TimeProvider Clock => Time;

    public ITimes Times => new FakeTimes(Time);
}
