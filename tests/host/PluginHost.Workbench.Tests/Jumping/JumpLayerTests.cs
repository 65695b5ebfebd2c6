using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Jumping;

public sealed class JumpLayerTests
{
    [Fact]
    public async Task Should_Go_Where_The_Letters_Lead()
    {
        await using var bench = new TestBench();
        var gone = -1;
        bench.Press("f");
        var layer = bench.Top.ShouldBeOfType<JumpLayer>();
        layer.HasTargets.ShouldBeFalse();
        layer.Offer([.. Enumerable.Range(0, 30).Select(number => (Action)(() => gone = number))]);

        bench.Type(layer.Labels[29]);

        gone.ShouldBe(29);
        bench.Top.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Forgive_A_Letter_That_Leads_Nowhere()
    {
        await using var bench = new TestBench();
        var gone = -1;
        bench.Press("f");
        var layer = bench.Top.ShouldBeOfType<JumpLayer>();
        layer.Offer([() => gone = 0, () => gone = 1]);

        bench.Type("z");
        bench.Type(layer.Labels[1]);

        gone.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Be_Over_When_There_Is_Nothing_To_Go_To()
    {
        await using var bench = new TestBench();
        bench.Press("f");

        bench.Top.ShouldBeOfType<JumpLayer>().Offer([]);

        bench.Top.ShouldBeNull();
    }
}
