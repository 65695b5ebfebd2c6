using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Arranging;

public sealed class ArrangementTests
{
    private readonly FakeSource _side = new("test.side", Area.Sidebar);
    private readonly FakeSource _first = new("test.first", Area.Editor);
    private readonly FakeSource _second = new("test.second", Area.Editor);

    [Fact]
    public async Task Should_Fold_The_Side_Bar_And_Make_The_Panel_A_Tab_As_The_Room_Shrinks_And_Lose_Nothing()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        bench.Press("ctrl+j");
        bench.Workbench.Focus(bench.Workbench.FindOpen("test.first")!);
        var wide = bench.Workbench.Layout;
        (wide.Side, wide.Panel).ShouldSatisfyAllConditions(both => both.Side.ShouldNotBeNull(), both => both.Panel.ShouldNotBeNull());

        bench.Workbench.OnRoom(Room.Narrow);
        (bench.Workbench.Layout.Side, bench.Workbench.Layout.Panel is null).ShouldBe((null, false));
        bench.Workbench.Layout.Activities.Count.ShouldBe(1);

        bench.Workbench.OnRoom(Room.Compact);
        bench.Workbench.Layout.Panel.ShouldBeNull();
        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Tabs.Select(tab => tab.ViewId).ShouldBe(["test.first", "workbench.problems"]);
        bench.Workbench.Focus(bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Tabs[1]);
        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Active!.ViewId.ShouldBe("workbench.problems");

        bench.Workbench.OnRoom(Room.Wide);
        bench.Workbench.Layout.Side.ShouldNotBeNull();
        bench.Workbench.Layout.Panel.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Lay_The_Side_Bar_Over_The_Editors_While_It_Has_The_Focus_In_Little_Room()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        bench.Workbench.OnRoom(Room.Narrow);

        bench.Press("ctrl+b");
        bench.Workbench.Layout.Side.ShouldNotBeNull().IsOver.ShouldBeTrue();

        bench.Press("esc");
        bench.Workbench.Layout.Side.ShouldBeNull();
        bench.Workbench.Focused!.ViewId.ShouldBe("test.first");
        bench.Press("ctrl+1");
        bench.Workbench.Layout.Side.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Split_And_Close_Until_One_Group_Is_Left()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        bench.Press("ctrl+\\", "ctrl+k", "\\");
        var split = bench.Workbench.Layout.Editors.ShouldBeOfType<Split>();
        split.Second.ShouldBeOfType<Split>().IsStacked.ShouldBeTrue();
        bench.Workbench.Focused!.Id.ShouldBe("test.first#3");

        bench.Workbench.Resize(split.Id, double.NaN);
        bench.Workbench.Resize(split.Id, 7);
        bench.Workbench.Resize("nothing", 0.2);
        bench.Workbench.Layout.Editors.ShouldBeOfType<Split>().Share.ShouldBe(0.95);
        bench.Press("ctrl+k", "1");
        bench.Workbench.Focused!.Id.ShouldBe("test.first");

        bench.Press("ctrl+w", "ctrl+w", "ctrl+w", "ctrl+w");

        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Tabs.ShouldBeEmpty();
        bench.Workbench.Focused.ShouldBeNull();
        bench.Press("alt+z", "tab", "ctrl+\\", "/", "ctrl+pagedown", "down", "enter");
    }

    [Fact]
    public async Task Should_Zoom_The_Pane_With_The_Focus_And_Peel_That_With_Esc()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");

        bench.Press("alt+z");
        bench.Workbench.Layout.Zoomed!.ViewId.ShouldBe("test.first");

        bench.Press("esc");
        bench.Workbench.Layout.Zoomed.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Peel_One_Layer_After_The_Other_With_Esc()
    {
        await using var bench = Bench();
        _first.Yield(new TableView { Table = Table.Of(new[] { "one", "two" }, ("name", name => name)) });
        bench.Workbench.OpenView("test.first");
        await bench.ShowsAsync("one");
        bench.Press("/");
        bench.Type("tw");
        bench.Press("enter");
        bench.Screen.ShouldNotContain("one");
        bench.Press("alt+z", "ctrl+p");

        bench.Press("esc");
        bench.Workbench.Layers.ShouldBeEmpty();
        bench.Press("esc");
        bench.Screen.ShouldContain("one");
        bench.Workbench.Layout.Zoomed.ShouldNotBeNull();
        bench.Press("esc");
        bench.Workbench.Layout.Zoomed.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_Before_It_Closes_What_Is_Not_Saved_And_Name_It()
    {
        await using var bench = Bench();
        _first.Yield(new EditorView { Text = "", SaveCommand = "workbench.zoom" });
        bench.Workbench.OpenView("test.first");
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is EditorModel);
        bench.Type("x");

        bench.Press("ctrl+w");
        bench.Top!.Title.ShouldBe("Close \"test.first\" without saving it?");
        bench.Press("enter");
        bench.Workbench.Focused.ShouldNotBeNull();
        bench.Press("ctrl+w", "y");
        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Tabs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Remember_What_Stands_Where()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        bench.Press("ctrl+\\");
        bench.Workbench.OpenView("test.second");
        bench.Press("ctrl+j");
        bench.Workbench.Resize(Dividers.Panel, 0.4);

        await bench.RestartAsync();

        bench.Workbench.Layout.Editors.ShouldBeOfType<Split>().Second.ShouldBeOfType<Group>().Tabs.Select(tab => tab.Id).ShouldBe(["test.first#2", "test.second"]);
        bench.Workbench.Layout.Panel.ShouldNotBeNull().Share.ShouldBe(0.4);
        bench.Workbench.Focused!.ViewId.ShouldBe("test.second");
    }

    [Fact]
    public async Task Should_Write_After_A_While_And_Whole()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        bench.Frame();
        File.Exists(bench.LayoutFile).ShouldBeFalse();

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Frame();

        File.ReadAllText(bench.LayoutFile).ShouldContain("test.first");
        File.Exists(bench.LayoutFile + ".new").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"theme\": \"dark\" }")]
    [InlineData("{ \"theme\": 1, \"side\": \"maybe\" }")]
    [InlineData("\0\0\0")]
    public async Task Should_Begin_With_The_Default_And_Say_So_When_The_File_Is_Damaged(string text)
    {
        await using var bench = Bench();
        bench.WriteLayout(text);

        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>();

        bench.Workbench.Toasts.ShouldHaveSingleItem().Text.ShouldStartWith("The layout is the default one, because ");
    }

    [Fact]
    public async Task Should_Pass_By_Views_That_Are_There_No_More()
    {
        await using var bench = Bench();
        bench.Workbench.OpenView("test.first");
        await bench.RestartAsync();
        bench.WriteLayout(File.ReadAllText(bench.LayoutFile).Replace("test.first", "gone.view", StringComparison.Ordinal));

        bench.Workbench.Layout.Editors.ShouldBeOfType<Group>().Tabs.ShouldBeEmpty();
    }

    private TestBench Bench() => new TestBench().Adding(workbench =>
    {
        workbench.Add(_side);
        workbench.Add(_first);
        workbench.Add(_second);
    });
}
