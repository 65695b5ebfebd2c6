using PluginHost.Engine.Sleep;

namespace PluginHost.Engine.Tests.Sleep;

public sealed class WakeWatchTests
{
    private readonly FakeClock _clock = new();
    private readonly List<TimeSpan> _woke = [];

    [Fact]
    public void Should_Say_Nothing_While_The_Clocks_Go_Together()
    {
        var watch = Watch();

        _clock.Advance(TimeSpan.FromDays(3));
        watch.Look();

        _woke.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Notice_Once_That_The_Machine_Slept()
    {
        var watch = Watch();
        _clock.Advance(TimeSpan.FromMinutes(5));

        _clock.Sleep(TimeSpan.FromHours(8));
        watch.Look().ShouldBe(1);
        watch.Look().ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(5));
        watch.Look().ShouldBe(1);

        _woke.ShouldBe([TimeSpan.FromHours(8)]);
    }

    [Fact]
    public void Should_Notice_That_The_Clock_Was_Set_Back()
    {
        var watch = Watch();

        _clock.SetBack(TimeSpan.FromSeconds(3));
        watch.Look();

        _woke.ShouldBe([TimeSpan.FromSeconds(-3)]);
    }

    [Fact]
    public void Should_Let_A_Clock_Be_Corrected()
    {
        var watch = Watch();

        // Each correction counts from the look before it: many small ones are no sleep.
        for (var i = 0; i < 10; i++)
        {
            _clock.Sleep(WakeWatch.Slack);
            watch.Look();
        }

        _clock.SetBack(WakeWatch.Slack);
        watch.Look();

        _woke.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Look_Now_And_Then_By_Itself()
    {
        using var end = new CancellationTokenSource();
        var watching = Watch().WatchAsync(TimeSpan.FromSeconds(10), end.Token);
        await _clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _clock.Sleep(TimeSpan.FromHours(1));
        _woke.ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromSeconds(10));
        await _clock.WaitForTimerAsync(TestContext.Current.CancellationToken);

        _woke.ShouldBe([TimeSpan.FromHours(1)]);
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(watching);
    }

    private WakeWatch Watch() => new(_clock, null, _woke.Add);
}
