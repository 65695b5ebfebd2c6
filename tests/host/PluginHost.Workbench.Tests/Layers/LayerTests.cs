using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public async Task Should_Open_A_Menu_And_Turn_To_The_Next()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("f10");
        bench.Top.ShouldBeOfType<MenuLayer>().Menu.Id.ShouldBe("file");

        bench.Press("right", "right", "right");

        var menu = bench.Top.ShouldBeOfType<MenuLayer>();
        menu.Menu.Id.ShouldBe("plugins");
        menu.Items.ShouldContain(item => item.Title == "Notes: Add" && item.Keys == "Ctrl+N" && item.Off == null);
        menu.Items.ShouldContain(item => item.Title == "Notes: Lock" && item.Off != null);
        bench.Press("left", "left", "left", "left");
        bench.Top.ShouldBeOfType<MenuLayer>().Menu.Id.ShouldBe("help");
    }

    [Fact]
    public async Task Should_Run_What_Is_Chosen_And_Say_Why_Something_Is_Off()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.Open(bench.Workbench.Menus.Single(menu => menu.Id == "plugins"));
        var menu = bench.Top.ShouldBeOfType<MenuLayer>();

        menu.Choose(menu.Items.ToList().FindIndex(item => item.Title == "Notes: Lock"));
        bench.Top.ShouldBe(menu);
        bench.Screen.ShouldContain("Notes: Lock is off");
        menu.Choose(menu.Items.ToList().FindIndex(item => item.Title == "Notes: Count"));

        await bench.ShowsAsync("Notes: Count: 3");
        bench.Top.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Complete_At_The_Caret_And_Narrow_By_Writing()
    {
        var source = new CompletingSource();
        await using var bench = new TestBench().Adding(workbench => workbench.Add(source));
        bench.Workbench.OpenView(source.Id);
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is EditorModel);
        bench.Type("a.F");

        bench.Press("ctrl+space");
        await bench.UntilAsync(() => bench.Top is CompletionLayer);
        bench.Top.ShouldBeOfType<CompletionLayer>().Items.Select(item => item.Text).ShouldBe(["ForText", "ForChoice"]);
        bench.Type("orC");
        bench.Press("enter");

        bench.Top.ShouldBeNull();
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text.ShouldBe("a.ForChoice");
        source.Asked.ShouldBe("a.F");
    }

    [Fact]
    public async Task Should_Close_The_Completion_When_Nothing_Fits_Any_More()
    {
        var source = new CompletingSource();
        await using var bench = new TestBench().Adding(workbench => workbench.Add(source));
        bench.Workbench.OpenView(source.Id);
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is EditorModel);
        bench.Press("ctrl+space");
        await bench.UntilAsync(() => bench.Top is CompletionLayer);

        bench.Type("zz");

        bench.Top.ShouldBeNull();
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text.ShouldBe("zz");
    }

    [Fact]
    public async Task Should_Say_What_Can_Be_Pressed_Here()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");

        bench.Workbench.Hints.Select(hint => hint.Keys).ShouldBe(["d", "Enter", "/", "Ctrl+P", "F1"]);
        bench.Press("ctrl+k");
        bench.Workbench.Hints[0].Keys.ShouldStartWith("Ctrl+K");
        bench.Press("esc", "ctrl+p");
        bench.Workbench.Hints.Select(hint => hint.Keys).ShouldBe(["Enter", "Esc"]);
    }

    [Fact]
    public async Task Should_Peel_A_Layer_When_Something_Beside_It_Is_Clicked()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+p");

        bench.Workbench.PeelLayer();
        bench.Workbench.PeelLayer();

        bench.Top.ShouldBeNull();
    }

    private sealed class CompletingSource() : FakeView("test.script")
    {
        public string Asked { get; private set; } = "";

        public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new EditorView { Text = "", SaveCommand = "workbench.zoom" });

        public override Task<IReadOnlyList<CompletionItem>> CompleteAsync(string text, CancellationToken cancel)
        {
            Asked = text;
            return Task.FromResult<IReadOnlyList<CompletionItem>>(
                [new("ForText", "a line", ""), new("ForChoice", "one of a list", ""), new("Until", "an end", "")]);
        }
    }

    private abstract class FakeView(string id) : PluginHost.Workbench.Views.ViewSource(id, id, Area.Editor);
}
