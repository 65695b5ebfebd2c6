using PluginHost.Workbench.Rendering;
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
        await bench.ShowsAsync("✓ in use | guest | 1.0.0 | 0 ms | 0 ms");
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

        await bench.ShowsAsync("| 2 | 1 | guest threw InvalidOperationException: no luck");
    }

    [Fact]
    public async Task Should_Say_What_May_Hold_A_Plugin_That_Does_Not_Leave()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With("guest", """
            public sealed class Guest : Plugin
            {
                public int Count;

                [Command("guest.pin", "Pin")]
                public void Pin() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Count++;
            }
            """);
        bench.Workbench.OpenView("workbench.plugins");
        await bench.ShowsAsync("guest");
        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "guest.pin" });
        await bench.ShowsAsync("in use | guest");

        bench.Press("x");

        await bench.UntilAsync(() =>
        {
            bench.Advance(TimeSpan.FromMilliseconds(250));
            return bench.Screen.Contains("1 of it in memory: It uses AppDomain.ProcessExit", StringComparison.Ordinal);
        });
        bench.Screen.ShouldContain("held in memory | guest");
    }

    [Fact]
    public async Task Should_Suggest_A_Restart_Once_When_Many_Do_Not_Leave()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With("guest", """
            public sealed class Guest : Plugin
            {
                public int Count;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => Count++;
                    return Task.CompletedTask;
                }

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);

        for (var round = 1; round <= 6; round++)
        {
            await bench.Engine.ActivateAsync("guest", CancellationToken.None);
            var unloading = bench.Engine.UnloadAsync("guest", CancellationToken.None);
            await bench.UntilAsync(() =>
            {
                bench.Clock.Advance(TimeSpan.FromMilliseconds(250));
                return unloading.IsCompleted;
            });
            bench.Frame();
            bench.Workbench.Notifications.History.Count(toast => toast.Text.Contains("Restart the program when it suits you", StringComparison.Ordinal)).ShouldBe(round < 5 ? 0 : 1);
        }
    }

    [Theory]
    [InlineData("workbench.plugins.disable", "guest: { settings: { seed: 7 } }", "off: true")]
    [InlineData("workbench.plugins.disable", "guest:", "guest: off")]
    [InlineData("workbench.plugins.enable", "guest: off", "guest:")]
    [InlineData("workbench.plugins.switch", "guest:", "guest: off")]
    public async Task Should_Switch_A_Plugin_In_The_File_And_Take_It_Back(string command, string before, string after)
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With("other", PublishingPlugin.Source.Replace("guest.", "other.", StringComparison.Ordinal)).Line(before);
        bench.Frame();

        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = command, Arguments = Sdk.Record.Of(("plugin", "guest")) });

        await bench.UntilAsync(() => File.ReadAllText(bench.File).Contains(after, StringComparison.Ordinal) && !File.ReadAllText(bench.File).Contains(before + "\n", StringComparison.Ordinal));
        await bench.UntilAsync(() => bench.Workbench.Toasts.Any(toast => toast.Text.StartsWith("guest is switched o", StringComparison.Ordinal)));
        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.undo" });
        await bench.UntilAsync(() => File.ReadAllText(bench.File).Contains(before, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Ask_Before_A_Plugin_Is_Taken_Out_With_Its_Settings()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Frame();

        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.plugins.remove", Arguments = Sdk.Record.Of(("plugin", "guest")) });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("esc");
        await bench.UntilAsync(() => bench.Top is null);
        File.ReadAllText(bench.File).ShouldContain("guest:");

        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.plugins.remove", Arguments = Sdk.Record.Of(("plugin", "guest")) });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");
        await bench.UntilAsync(() => !File.ReadAllText(bench.File).Contains("guest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Say_That_There_Is_No_Such_Plugin()
    {
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Frame();

        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.plugins.reload", Arguments = Sdk.Record.Of(("plugin", "gest")) });

        await bench.ShowsAsync("There is no plugin \"gest\" in plugins.yaml. Did you mean \"guest\"?");
    }
}
