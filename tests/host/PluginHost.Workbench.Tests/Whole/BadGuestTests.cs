using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Whole;

/// <summary>What a plugin can do wrong while the screen is open, all of it at once.</summary>
public sealed class BadGuestTests
{
    private const string Bad = """
        public sealed class Bad : Plugin
        {
            private int _count;

            [View("bad.throws", "Throws", Area.Sidebar)]
            public View Throws() => throw new InvalidOperationException("no rows today");

            [View("bad.blocks", "Blocks", Area.Panel)]
            public async Task<View> Blocks(CancellationToken cancel)
            {
                await Task.Delay(Timeout.Infinite, cancel);
                return new TextView { Text = "never" };
            }

            [View("bad.changes", "Changes", Area.Editor)]
            public View Changes(IHost host)
            {
                _count++;
                host.Views.Refresh("bad.changes");
                return _count % 2 == 0
                    ? new TableView { Table = Table.Of(Enumerable.Range(0, _count % 50), ("row", row => row), ("count", _ => _count)) }
                    : new Tree { Nodes = Enumerable.Range(0, _count % 50).Select(row => new TreeNode { Id = row.ToString(), Text = $"{_count}" }).ToList() };
            }

            [Command("bad.wrong", "Wrong", When = "view ==")]
            public void Wrong() { }
        }
        """;

    [Fact]
    public async Task Should_Keep_The_Keys_Working_While_Views_Throw_Block_And_Change()
    {
        await using var bench = new TestBench().With("bad", Bad).With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("bad.throws");
        bench.Workbench.OpenView("bad.blocks");
        bench.Workbench.OpenView("bad.changes");
        await bench.ShowsAsync("no rows today");
        await bench.UntilAsync(() => bench.Workbench.FindOpen("bad.changes")!.Model is TableModel);

        for (var frame = 0; frame < 50; frame++)
        {
            bench.Press("down", "end", "up");
            bench.Frame();
            bench.Screen.ShouldContain("Throws");
        }

        bench.Press("ctrl+p");
        bench.Type("notecount");
        bench.Press("enter");
        await bench.ShowsAsync("Notes: Count: 3");
        bench.Advance(TimeSpan.FromMilliseconds(200));
        bench.Screen.ShouldContain("Still loading…");
    }

    [Fact]
    public async Task Should_Ask_A_View_That_Says_It_Has_Changed_No_More_Than_Once_A_Frame()
    {
        await using var bench = new TestBench().With("bad", Bad);
        bench.Workbench.OpenView("bad.changes");
        await bench.UntilAsync(() => bench.Workbench.FindOpen("bad.changes")!.Model is not null);
        var shown = bench.Workbench.FindOpen("bad.changes")!.Model;

        // Without a frame nothing is asked, however loudly it calls.
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);

        bench.Workbench.FindOpen("bad.changes")!.Model.ShouldBe(shown);
    }

    [Fact]
    public async Task Should_Name_A_Condition_That_Cannot_Be_Read_And_Let_It_Govern_Nothing()
    {
        await using var bench = new TestBench().With("bad", Bad);
        bench.Frame();
        bench.Frame();

        bench.Press("ctrl+k", "p");

        await bench.ShowsAsync("\"view ==\", character 8: what to compare with is wanted here");
    }

    [Fact]
    public async Task Should_Not_End_The_Screen_When_A_Row_Calls_With_Wrong_Arguments()
    {
        await using var bench = new TestBench();

        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.open" });
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.group", Arguments = Sdk.Record.Of(("number", "many")) });
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.stop", Arguments = Sdk.Record.Of(("toast", "99999999999999999999")) });

        bench.Workbench.Toasts.ShouldHaveSingleItem().Text.ShouldBe("Go to a view: workbench.open needs view.");
    }
}
