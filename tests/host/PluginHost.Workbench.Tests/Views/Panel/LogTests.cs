using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Workbench.Tests.Views.Panel;

public sealed class LogTests
{
    [Fact]
    public async Task Should_Show_What_Comes_After_It_Was_Cleared_And_All_Of_It_Once_That_Is_Undone()
    {
        // Given
        await using var bench = new TestBench();
        bench.Engine.Output.Write("acme", Severity.Information, "the first");
        bench.Press("ctrl+k", "o");
        await bench.ShowsAsync("acme: the first");

        // When
        bench.Press("ctrl+l");
        await bench.UntilAsync(() => !bench.Screen.Contains("acme: the first"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Engine.Output.Write("acme", Severity.Information, "the second");

        // Then
        await bench.ShowsAsync("acme: the second");
        bench.Screen.ShouldNotContain("acme: the first");
        bench.Press("ctrl+z");
        await bench.ShowsAsync("acme: the first");
        bench.Screen.ShouldContain("acme: the second");
    }

    [Fact]
    public async Task Should_Say_Of_A_View_That_It_Cannot_Be_Cleared()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+k", "p", "ctrl+l");

        bench.Screen.ShouldContain("This view keeps no lines that could be cleared.");
    }

    [Fact]
    public async Task Should_Run_A_Command_Of_The_Log_Once_More_When_The_Person_Says_So()
    {
        // Given
        await using var bench = await WithLogAsync();

        // When
        bench.Press("enter");
        bench.Top.ShouldBeAssignableTo<ConfirmLayer>()!.Title.ShouldBe("Run \"Notes: Add\" once more?");
        bench.Screen.ShouldContain("text=eggs times=1");
        bench.Press("y");

        // Then
        await bench.ShowsAsync("! 5 notes");
        bench.Workbench.Log.Entries.Count(entry => entry.Id == "notes.add").ShouldBe(2);
    }

    [Fact]
    public async Task Should_Run_Nothing_Once_More_When_The_Person_Does_Not_Want_It()
    {
        await using var bench = await WithLogAsync();

        bench.Press("enter", "enter");

        bench.Top.ShouldBeNull();
        bench.Workbench.Log.Entries.Count(entry => entry.Id == "notes.add").ShouldBe(1);
    }

    private static async Task<TestBench> WithLogAsync()
    {
        var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.add", Arguments = Record.Of(("text", "eggs"), ("times", 1)) });
        await bench.ShowsAsync("! 4 notes");
        await bench.UntilAsync(() => bench.Workbench.Log.Entries.All(entry => entry.Outcome.Length > 0));
        bench.Press("ctrl+k", "l");
        await bench.ShowsAsync("notes.add text=eggs times=1  → done");
        bench.Press("home");
        return bench;
    }
}
