using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Palette;

public sealed class PaletteTests
{
    [Fact]
    public async Task Should_Find_Every_Command_Of_Every_Plugin_And_Of_The_Workbench()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        foreach (var title in new[] { "Notes: Add", "Notes: Table".Replace("Table", "As a table"), "Choose a theme", "Side bar" })
        {
            bench.Press("ctrl+p");
            bench.Type(title);
            bench.Pick.Item(0).Text.ToString().ShouldBe(title);
            bench.Press("esc");
        }
    }

    [Fact]
    public async Task Should_Show_The_Key_Beside_Each_Command_And_Mark_The_Letters()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Press("ctrl+p");
        bench.Type("nadd");

        var item = bench.Pick.Item(0);
        item.Keys.ShouldBe("Ctrl+N");
        item.Text.Spans.Where(span => span.Role == Role.Match).Select(span => span.Text).ShouldBe(["N", "Add"]);
    }

    [Fact]
    public async Task Should_Say_Why_A_Command_Cannot_Run_And_Not_Run_It()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("ctrl+p");
        bench.Type("noteslock");

        bench.Pick.Item(0).Off.ShouldBe("it works unless the notes are locked (notes.locked is not set yet)");
        bench.Press("enter");

        bench.Top.ShouldBeAssignableTo<PickLayer>();
        bench.Workbench.Toasts.ShouldHaveSingleItem().Text.ShouldBe("Notes: Lock is off: it works unless the notes are locked (notes.locked is not set yet).");
    }

    [Fact]
    public async Task Should_Say_Why_When_The_Plugin_Is_Switched_Off_Or_Refused()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source).Line("missing:");
        bench.WriteFileBefore("plugins:\n  notes: off\n");

        bench.Press("ctrl+p");
        bench.Type("notesadd");

        bench.Pick.Item(0).Off.ShouldBe("its plugin notes is switched off in plugins.yaml(2)");
    }

    [Fact]
    public async Task Should_Put_What_Was_Used_Last_First_While_Nothing_Is_Typed()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.count" });
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.theme" });

        bench.Press("esc", "ctrl+p");

        bench.Pick.Item(1).Text.ToString().ShouldBe("Choose a theme");
        bench.Pick.Item(2).Text.ToString().ShouldBe("Notes: Count");
    }

    [Fact]
    public async Task Should_Lead_To_Views_Profiles_And_Keys_By_A_Sign()
    {
        await using var bench = new TestBench { Extra = "profiles: { \"@quiet\": { network: none, purpose: listening } }" }.With("notes", NotesPlugin.Source);

        bench.Press(":");
        bench.Pick.Input.Text.ShouldBe(":");
        bench.Type("note");
        bench.Pick.Item(0).Text.ToString().ShouldBe("Notes");

        bench.Press("ctrl+u");
        bench.Type("@qui");
        bench.Pick.Item(0).Text.ToString().ShouldBe("@quiet");

        bench.Press("ctrl+u");
        bench.Type("?zoom");
        bench.Pick.Item(0).Keys.ShouldBe("Alt+Z");
    }

    [Fact]
    public async Task Should_Open_The_View_That_Is_Picked_And_Load_Its_Plugin_Then_Only()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Frame();
        bench.Press(":");
        bench.Type("note");
        bench.Pick.Preview.ShouldBeNull();

        bench.Press("enter");

        await bench.ShowsAsync("milk | 4");
        bench.Workbench.Focused!.ViewId.ShouldBe("notes.list");
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Is_Found_And_What_To_Do()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+p");
        bench.Type("qqqq");
        bench.Press("enter", "down", "up", "pagedown");

        bench.Screen.ShouldContain("Nothing has these letters. Take one back.");
        bench.Pick.Selected.ShouldBe(-1);
    }

    [Fact]
    public async Task Should_Put_What_Is_Off_Below_An_Equal_That_Is_On()
    {
        // Given: two of the same name, of which the one that is off would come first by its id and by having been used.
        const string Pair = """
            public sealed class Pair : Plugin
            {
                [Command("pair.a", "Pair: Go", When = "pair.never")]
                public void A() { }

                [Command("pair.b", "Pair: Go")]
                public void B() { }
            }
            """;
        await using var bench = new TestBench().With("pair", Pair);
        bench.Workbench.OnCommand(new CommandCall { Id = "pair.a" });

        // When
        bench.Press("ctrl+p");
        var first = Enumerable.Range(0, bench.Pick.Count).Select(bench.Pick.Item).First(item => item.Text.ToString() == "Pair: Go");
        bench.Type("pair go");

        // Then
        first.Off.ShouldBeNull();
        bench.Pick.Item(0).Off.ShouldBeNull();
        bench.Pick.Item(1).Off.ShouldBe("it works when pair.never is set (pair.never is not set yet)");
    }

    [Fact]
    public async Task Should_Begin_The_Help_With_The_Keys_Of_The_View_With_The_Focus()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");

        bench.Press("f1");

        bench.Pick.Item(0).ShouldSatisfyAllConditions(
            item => item.Text.ToString().ShouldBe("Notes: Remove"), item => item.Detail.ToString().ShouldBe("notes · here"), item => item.Keys.ShouldBe("d"));
    }

    [Fact]
    public async Task Should_Say_Of_A_Key_That_Works_Elsewhere_Where_That_Is()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Press("f1");
        bench.Type("remove");

        bench.Pick.Item(0).Off.ShouldBe("it works in \"Notes\"");
    }
}
