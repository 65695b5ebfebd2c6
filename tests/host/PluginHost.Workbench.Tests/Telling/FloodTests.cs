using PluginHost.Sdk;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Telling;

/// <summary>A plugin that says too much, to a screen that has to stay alive.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task Should_Answer_While_A_Plugin_Floods_Everything_That_The_Screen_Listens_To()
    {
        // Given
        await using var bench = new TestBench().With("guest", """
            [StatusItem("guest.item", "Item"), ContextKey("guest.key", "Key")]
            public sealed class Guest : Plugin
            {
                [Command("guest.flood", "Flood")]
                public async Task FloodAsync(IHost host, CancellationToken cancel)
                {
                    await Task.Yield();
                    for (var i = 0; i < 3_000; i++)
                    {
                        host.Output.Write(Severity.Error, $"drop {i}");
                        host.Status.Set("guest.item", $"drop {i}");
                        host.Context.Set("guest.key", i);
                        host.Views.Refresh("guest.view");
                        host.Views.Open("guest.view");
                        _ = host.Jobs.RunAsync($"Dripping {i}", _ => Task.FromResult(i), cancel);
                    }
                }

                [View("guest.view", "Drops", Area.Editor)]
                public Tree View() => new() { Nodes = new[] { new TreeNode { Id = "1", Text = "a drop" } } };
            }
            """);
        bench.Frame();
        bench.Frame();

        // When
        var flood = bench.Engine.Commands.RunAsync("guest.flood", Sdk.Record.Empty, CancellationToken.None);
        await bench.UntilAsync(() => flood.IsCompleted);

        // Then
        await flood;
        await bench.ShowsAsync("a drop");
        bench.Workbench.Toasts.Count.ShouldBeLessThanOrEqualTo(3);
        bench.Workbench.Notifications.History.Count.ShouldBeLessThanOrEqualTo(1_000);
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.palette" });
        await bench.ShowsAsync("Flood");
    }
}
