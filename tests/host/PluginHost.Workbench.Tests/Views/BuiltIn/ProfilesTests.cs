using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn;

public sealed class ProfilesTests
{
    [Fact]
    public async Task Should_Say_What_Each_Profile_Is_For_And_Write_A_Post_As_It()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true, Extra = PublishingPlugin.Profiles }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OpenView("workbench.profiles");
        await bench.ShowsAsync("@shop  offers · en · net");
        bench.Screen.ShouldContain("@help  nb · net");
        bench.Screen.ShouldContain("@quiet  listening · net · never sends");

        // When
        bench.Press("down", "enter");

        // Then
        await bench.ShowsAsync("◷ @help");
        bench.Screen.ShouldContain("· @shop");
        bench.Workbench.Focused!.ViewId.ShouldBe("workbench.composer");
    }

    [Fact]
    public async Task Should_Not_Write_As_A_Profile_That_Only_Listens()
    {
        await using var bench = new TestBench { HasBuiltIn = true, Extra = PublishingPlugin.Profiles }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OpenView("workbench.profiles");
        await bench.ShowsAsync("@quiet");

        bench.Press("end", "enter");
        bench.Frame();

        bench.Workbench.Focused!.ViewId.ShouldBe("workbench.profiles");
    }

    [Fact]
    public async Task Should_Teach_Where_Profiles_Come_From_While_There_Is_None()
    {
        await using var bench = new TestBench { HasBuiltIn = true };
        bench.Workbench.OpenView("workbench.profiles");

        await bench.ShowsAsync("Nobody speaks here yet.");
    }
}
