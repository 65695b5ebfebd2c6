using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class PostKeyTests
{
    private static readonly DateTimeOffset Planned = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_Follow_From_Key_And_Instant_Alone()
    {
        var key = new SendKey { Value = "one", Attempt = 1 };

        PostKey.Of(key with { Attempt = 7 }, Planned.AddTicks(3)).ShouldBe(PostKey.Of(key, Planned));
        Tid.Is(PostKey.Of(key, Planned)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Keep_Thousands_Apart_That_Are_Planned_For_One_Instant() =>
        Enumerable.Range(0, 5_000).Select(place => PostKey.Of(new SendKey { Value = $"key-{place}", Attempt = 1 }, Planned)).Distinct().Count().ShouldBe(5_000);

    [Fact]
    public void Should_Lie_Where_It_Was_Planned()
    {
        var key = new SendKey { Value = "one", Attempt = 1 };

        string.CompareOrdinal(PostKey.Of(key, Planned), Tid.Of(Planned.ToUnixTimeMilliseconds() * 1_000, 0)).ShouldBeGreaterThanOrEqualTo(0);
        string.CompareOrdinal(PostKey.Of(key, Planned), Tid.Of(Planned.AddSeconds(68).ToUnixTimeMilliseconds() * 1_000, 0)).ShouldBeLessThan(0);
    }
}
