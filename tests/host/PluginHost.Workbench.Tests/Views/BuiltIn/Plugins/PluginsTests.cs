using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Plugins;

public sealed class PluginsTests
{
    [Fact]
    public async Task Should_Say_How_Far_Each_Plugin_Is_And_Why()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source).Line("lost:").Line("other: off");

        bench.Workbench.OpenView("workbench.plugins");

        await bench.ShowsAsync("· ready | guest");
        bench.Screen.ShouldContain("✗ refused | lost");
        bench.Screen.ShouldContain("· off | other");
        bench.Screen.ShouldContain("6 commands, 1 view, 1 network");
    }

    [Fact]
    public async Task Should_Load_And_Unload_The_Selected_Plugin()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OpenView("workbench.plugins");
        await bench.ShowsAsync("· ready | guest");

        // When
        bench.Press("l");
        await bench.ShowsAsync("✓ in use | guest | 2026-03-02 09:00 | 0 ms | 0 ms");
        bench.Press("x");

        // Then
        await bench.UntilAsync(() =>
        {
            bench.Advance(TimeSpan.FromMilliseconds(250));
            return bench.Screen.Contains("unloaded | guest", StringComparison.Ordinal) || bench.Screen.Contains("held in memory | guest", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Should_Count_Faults_And_Show_The_Last()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.throw", "Throw")]
                public void Throw() => throw new InvalidOperationException("no luck");
            }
            """);
        bench.Workbench.OpenView("workbench.plugins");
        await bench.ShowsAsync("guest");

        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "guest.throw" });

        await bench.ShowsAsync("| 1 | 1.0.0 | 1 command | guest threw InvalidOperationException: no luck");
    }
}
