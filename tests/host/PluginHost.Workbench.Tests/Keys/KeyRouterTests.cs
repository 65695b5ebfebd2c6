using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Keys;

public sealed class KeyRouterTests
{
    [Fact]
    public async Task Should_Show_What_Leads_On_After_A_While()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("ctrl+k");
        bench.Advance(TimeSpan.FromMilliseconds(299));
        bench.Top.ShouldBeNull();

        bench.Advance(TimeSpan.FromMilliseconds(1));

        bench.Top.ShouldBeOfType<WhichKeyLayer>().Next.ShouldContain(hint => hint.Keys == "c" && hint.Title == "Notes: Count");
    }

    [Fact]
    public async Task Should_Name_The_Groups_That_There_Are_And_No_Others()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.Press("ctrl+\\");

        bench.Press("ctrl+k");
        bench.Advance(TimeSpan.FromSeconds(1));

        bench.Top.ShouldBeOfType<WhichKeyLayer>().Next.Where(hint => char.IsAsciiDigit(hint.Keys[0])).Select(hint => $"{hint.Keys} {hint.Title}")
            .ShouldBe(["1 Tabs: Notes", "2 Tabs: Notes"]);
    }

    [Fact]
    public async Task Should_Go_On_From_What_Is_Shown()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("ctrl+k");
        bench.Advance(TimeSpan.FromSeconds(1));

        bench.Press("t");

        bench.Top.ShouldNotBeOfType<WhichKeyLayer>();
        bench.Pick.Title.ShouldBe("Theme");
    }

    [Fact]
    public async Task Should_Show_Nothing_When_The_Chord_Was_Quick()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Press("ctrl+k", "t", "esc");
        bench.Advance(TimeSpan.FromSeconds(1));

        bench.Top.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Leave_A_Chord_With_Esc()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("ctrl+k");
        bench.Advance(TimeSpan.FromSeconds(1));

        bench.Press("esc");

        bench.Top.ShouldBeNull();
        bench.Press("t");
        bench.Top.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Obey_The_Person_And_Name_What_Is_Wrong_With_Its_Line()
    {
        await using var bench = new TestBench
        {
            Extra = "keys: { \"ctrl+n\": workbench.zoom, \"alt+n\": notes.add, \"hyper+x\": notes.add, \"ctrl+k c\": null }",
        }.With("notes", NotesPlugin.Source);

        bench.Press("alt+n");
        bench.Top.ShouldBeAssignableTo<InputLayer>();
        bench.Press("esc", "ctrl+k", "c");
        bench.Workbench.Log.Entries.ShouldBeEmpty();

        bench.Frame();
        bench.Frame();
        bench.Workbench.Problems.All.ShouldHaveSingleItem().Place.ShouldBe("plugins.yaml(3)");
    }

    [Fact]
    public async Task Should_Name_Both_Owners_When_Two_Plugins_Want_A_Key()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source).With("other", """
            public sealed class Other : Plugin
            {
                [Command("other.new", "Other: New", Key = "ctrl+n")]
                public void New() { }
            }
            """);
        bench.Frame();
        bench.Frame();

        bench.Workbench.Problems.All.ShouldHaveSingleItem().Text.ShouldBe(
            "notes.add (notes) and other.new (other) want the key Ctrl+N; notes.add has it. Bind one of them otherwise in plugins.yaml, under \"keys:\".");
    }

    [Fact]
    public async Task Should_Find_The_Palette_And_The_Way_Out_Over_Any_Layer_But_A_Question()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press(":", "ctrl+p");
        bench.Pick.Input.Text.ShouldBe(">");
        bench.Press("esc");
        bench.Top.ShouldBeNull();

        bench.Press("ctrl+n", "ctrl+p");

        bench.Top.ShouldBeAssignableTo<InputLayer>();
    }
}
