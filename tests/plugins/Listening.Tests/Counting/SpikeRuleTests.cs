using PluginHost.Listening.Counting;

namespace PluginHost.Listening.Tests.Counting;

public sealed class SpikeRuleTests
{
    private static readonly IReadOnlyList<long> Quiet = [.. Enumerable.Range(0, 168).Select(hour => (long)(hour % 3))];

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Should_Call_An_Hour_A_Spike_When_All_Three_Bounds_Are_Passed(long posts, bool isSpike)
    {
        // Mean 1; its chance alone makes the deviation 1: more than 5 are needed, and 3 and 5 are passed by then.
        SpikeRule.Judge(posts, Quiet).IsSpike.ShouldBe(isSpike);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Should_Need_Five_Posts_Where_Nothing_Is_Usual(long posts, bool isSpike) =>
        SpikeRule.Judge(posts, new long[168]).IsSpike.ShouldBe(isSpike);

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void Should_Need_Three_Times_The_Mean_Where_Much_Is_Said(long posts, bool isSpike)
    {
        // 100 ± 10 would be passed at 141; where it always varies by 50, at 301.
        SpikeRule.Judge(posts, [.. Enumerable.Range(0, 168).Select(hour => hour % 2 == 0 ? 50L : 150L)]).IsSpike.ShouldBe(isSpike);
    }

    [Fact]
    public void Should_Not_Judge_What_Is_Too_Young()
    {
        var verdict = SpikeRule.Judge(1000, new long[11]);

        verdict.IsSpike.ShouldBeFalse();
        verdict.Usual.ShouldBeNull();
        verdict.Why.ShouldBe("too young to say: 11 of 12 hours are known");
    }

    [Fact]
    public void Should_Say_What_It_Went_By() =>
        SpikeRule.Judge(6, Quiet).Why.ShouldBe("6 in the hour; usual are 1 ± 1 (mean and deviation of the 168 hours before)");

    [Fact]
    public void Should_Draw_Counts_As_Blocks()
    {
        Sparkline.Of([0, 1, 7, 14]).ShouldBe("▁▁▄█");
        Sparkline.Of([0, 0]).ShouldBe("▁▁");
        Sparkline.Of([]).ShouldBe("");
    }
}
