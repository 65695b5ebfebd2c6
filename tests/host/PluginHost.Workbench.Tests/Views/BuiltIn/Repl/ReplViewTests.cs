using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Repl;

public sealed class ReplViewTests
{
    [Fact]
    public async Task Should_Run_What_Is_Written_And_Show_What_Comes_Of_It()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true };
        bench.Workbench.OpenView("workbench.repl");
        await bench.ShowsAsync("REPL");

        // When
        Enter(bench, "var n = 20 + 21; n");
        await bench.ShowsAsync(" 41");
        Enter(bench, "new { a = n + 1 }");

        // Then
        await bench.ShowsAsync("└─ a: 42");
    }

    [Fact]
    public async Task Should_Say_Where_An_Entry_Is_Wrong()
    {
        await using var bench = new TestBench { HasBuiltIn = true };
        bench.Workbench.OpenView("workbench.repl");
        await bench.ShowsAsync("REPL");

        Enter(bench, "Sayy();");

        await bench.ShowsAsync("✗ #1(1,1): error CS0103");
    }

    [Fact]
    public async Task Should_Enter_A_Line_From_Anywhere()
    {
        await using var bench = new TestBench { HasBuiltIn = true };

        bench.Workbench.Run(new CommandCall { Id = "workbench.repl.enter", Arguments = Record.Of(("code", "20 + 21")) });
        bench.Workbench.OpenView("workbench.repl.log");

        await bench.ShowsAsync("> 20 + 21");
        await bench.ShowsAsync(" 41");
    }

    [Fact]
    public async Task Should_Stop_What_Is_Under_Way_And_Bring_Back_What_Was_Entered()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true };
        bench.Workbench.OpenView("workbench.repl");
        await bench.ShowsAsync("REPL");
        Enter(bench, "Say(\"here it is\"); await Task.Delay(-1, Cancel);");
        await bench.ShowsAsync(" here it is");

        // When
        bench.Workbench.Run(new CommandCall { Id = "workbench.repl.stop" });
        await bench.ShowsAsync("✗ Cancelled.");
        bench.Workbench.Run(new CommandCall { Id = "workbench.repl.before" });

        // Then
        ((EditorModel)bench.Workbench.OpenOnes("workbench.repl").Single().Model!).Text.ShouldStartWith("Say(\"here it is\")");
    }

    private static void Enter(TestBench bench, string entry)
    {
        bench.Workbench.UseText("workbench.repl", entry);
        bench.Workbench.Run(new CommandCall { Id = "workbench.repl.run" });
    }
}
