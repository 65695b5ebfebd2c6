using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Scripts;

public sealed class ScriptsTests
{
    [Fact]
    public async Task Should_Run_A_Script_Show_What_It_Says_And_How_It_Ended()
    {
        // Given
        await using var bench = Bench("hello", "// Says hello.\nSay(\"hello from a script\");");
        bench.Workbench.OpenView("workbench.scripts");
        await bench.ShowsAsync("hello  Says hello.");

        // When
        bench.Press("f5");

        // Then
        await bench.ShowsAsync("hello: hello from a script");
        await bench.ShowsAsync("✓ hello");
        bench.Workbench.Focused!.ViewId.ShouldBe("workbench.scripts");
    }

    [Fact]
    public async Task Should_Say_After_A_Restart_How_A_Script_Ended_And_On_Which_Day()
    {
        // Given
        await using var bench = Bench("hello", "Say(1);");
        bench.Workbench.OpenView("workbench.scripts");
        await bench.ShowsAsync("hello");
        bench.Press("f5");
        await bench.ShowsAsync("✓ hello  09:00 done");

        // When
        await bench.RestartAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));
        bench.Workbench.OpenView("workbench.scripts");

        // Then
        await bench.ShowsAsync("✓ hello  2 Mar 09:00 done");
    }

    [Fact]
    public async Task Should_Say_Where_A_Script_Is_Wrong()
    {
        await using var bench = Bench("wrong", "Say(nothing);");
        bench.Workbench.OpenView("workbench.scripts");
        await bench.ShowsAsync("wrong");

        bench.Press("f5");

        await bench.ShowsAsync("✗ wrong");
        await bench.ShowsAsync("wrong.csx(1,5)");
    }

    [Fact]
    public async Task Should_Cancel_A_Script_That_Runs()
    {
        // Given
        await using var bench = Bench("long", "await Wait(Hours(24));");
        bench.Workbench.OpenView("workbench.scripts");
        await bench.ShowsAsync("long");
        bench.Press("f5");
        await bench.ShowsAsync("◷ long");

        // When
        bench.Press("c");

        // Then
        await bench.UntilAsync(() =>
        {
            bench.Advance(TimeSpan.FromMilliseconds(100));
            return bench.Screen.Contains("! long", StringComparison.Ordinal) || bench.Screen.Contains("? long", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Should_Edit_And_Save_A_Script()
    {
        // Given
        await using var bench = Bench("hello", "// Says hello.");
        bench.Workbench.OpenView("workbench.scripts");
        await bench.ShowsAsync("hello");
        bench.Press("enter");
        await bench.ShowsAsync("hello.csx");
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is EditorModel);

        // When
        bench.Type("// New. ");
        bench.Screen.ShouldContain("hello.csx ●");
        bench.Press("ctrl+s");

        // Then
        await bench.UntilAsync(() => !bench.Screen.Contains('●', StringComparison.Ordinal));
        System.IO.File.ReadAllText(PathOf(bench, "hello")).ShouldBe("// New. // Says hello.");
    }

    [Fact]
    public async Task Should_Begin_A_New_Script_From_A_Few_Lines_And_Never_Over_An_Old_One()
    {
        // Given
        await using var bench = Bench("old", "// Old.");
        bench.Frame();

        // When
        New(bench, "fresh");
        await bench.ShowsAsync("fresh.csx");
        New(bench, "old");

        // Then
        await bench.ShowsAsync("old cannot be written");
        System.IO.File.ReadAllText(PathOf(bench, "old")).ShouldBe("// Old.");
        System.IO.File.ReadAllText(PathOf(bench, "fresh")).ShouldContain("Publish.Now");
        New(bench, "../escape");
        await bench.ShowsAsync("\"../escape\" is no name of a script.");
    }

    private static void New(TestBench bench, string name)
    {
        bench.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.scripts.new", Arguments = Sdk.Record.Of(("name", name)) });
        bench.Frame();
    }

    private static TestBench Bench(string name, string text)
    {
        var bench = new TestBench { HasBuiltIn = true };
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(bench, name))!);
        System.IO.File.WriteAllText(PathOf(bench, name), text);
        return bench;
    }

    private static string PathOf(TestBench bench, string name) => Path.Combine(Path.GetDirectoryName(bench.File)!, "scripts", $"{name}.csx");
}
