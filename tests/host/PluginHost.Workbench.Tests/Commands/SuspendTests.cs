using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Commands;

public sealed class SuspendTests
{
    [Fact]
    public async Task Should_Give_The_Terminal_Back_Where_That_Is_Possible()
    {
        await using var bench = new TestBench { Renderer = new HeadlessRenderer { Capabilities = new Capabilities { CanSuspend = true } } };

        bench.Press("ctrl+k", "z");

        bench.Renderer.Suspended.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_Why_Where_It_Is_Not()
    {
        await using var bench = new TestBench();

        bench.Press("ctrl+k", "z");

        bench.Renderer.Suspended.ShouldBe(0);
        bench.Screen.ShouldContain("This screen cannot be given back for a while.");
    }
}
