using PluginHost.Campaigns.Tests.Fixtures;

namespace PluginHost.Campaigns.Tests.Press;

/// <summary>A script says when a release comes out: the wall clock that it names is kept, and a run that is resumed means the time of the first.</summary>
public sealed class ReleaseBuilderTests
{
    private readonly FakeScript _script = new(CancellationToken.None);
    private readonly FakePress _press = new();

    [Fact]
    public async Task Should_Keep_The_Wall_Clock_That_A_Schedule_Means()
    {
        var release = await new ScriptPress(_press, _script).Release("five").At("12:00");

        _press.Orders.Single().At!.IsOnWallClock.ShouldBeTrue();
        _press.Orders.Single().At!.Wall.TimeOfDay.ShouldBe(TimeSpan.FromHours(12));
        release.Wall.ShouldBe("2026-03-01 12:00 UTC");
    }

    [Fact]
    public async Task Should_Mean_The_Time_Of_The_First_Run_When_It_Is_Resumed()
    {
        // Given
        await Armed();
        _script.Kept.Resume();
        _script.Time.Advance(TimeSpan.FromDays(3));

        // When
        await Armed();

        // Then
        _press.Orders.Count.ShouldBe(1);
        _script.Kept.Bodies.Distinct().Count().ShouldBe(1);

        async Task Armed() => await new ScriptPress(_press, _script).Release("five", 1, "daily.csx").At("12:00");
    }

    [Fact]
    public async Task Should_Mean_An_Instant_Where_One_Is_Given()
    {
        var instant = _script.Time.GetUtcNow().AddHours(3);

        await new ScriptPress(_press, _script).Release("five").At(instant);

        (_press.Orders.Single().At!.IsOnWallClock, _press.Orders.Single().At!.Instant).ShouldBe((false, instant));
    }

    private sealed class FakePress : IPress
    {
        public List<ReleaseOrder> Orders { get; } = [];

        public Task<Release> ReleaseAsync(ReleaseOrder order, CancellationToken cancel)
        {
            Orders.Add(order);
            return Task.FromResult(new Release
            {
                Name = order.Name,
                State = ReleaseState.Coming,
                Version = 1,
                Embargo = order.At!.Instant,
                Wall = order.At.IsOnWallClock ? "2026-03-01 12:00 UTC" : "",
                Pages = [],
                Teasers = [],
            });
        }

        public Task<Release?> FindAsync(string name, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<FeedItem>> TakeAsync(FeedOrder order, CancellationToken cancel) => throw new NotSupportedException();
    }
}
