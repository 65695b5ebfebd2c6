using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views;

public sealed class ViewHostTests
{
    private readonly FakeSource _source = new("test.view", Area.Editor);

    [Fact]
    public async Task Should_Load_Nothing_Of_A_Plugin_Before_The_First_Frame()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");

        bench.Frame();
        bench.Screen.ShouldContain("1 plugins, 0 loaded");

        await bench.ShowsAsync("milk");
        bench.Screen.ShouldContain("1 plugins, 1 loaded");
    }

    [Fact]
    public async Task Should_Say_That_It_Takes_Long_And_Show_What_It_Showed()
    {
        await using var bench = Bench();
        await bench.ShowsAsync("   text");
        var answer = new TaskCompletionSource<View>();
        _source.Snapshot = _ => answer.Task;
        _source.Change();
        await bench.UntilAsync(() => _source.Asked == 2);

        bench.Advance(TimeSpan.FromMilliseconds(199));
        bench.Screen.ShouldNotContain("Still loading");
        bench.Advance(TimeSpan.FromMilliseconds(1));

        bench.Screen.ShouldContain("Still loading");
        bench.Screen.ShouldContain("   text");
        answer.SetResult(new TextView { Text = "new" });
        await bench.ShowsAsync("   new");
        bench.Screen.ShouldNotContain("Still loading");
    }

    [Fact]
    public async Task Should_Ask_Once_However_Often_It_Changes_Meanwhile()
    {
        await using var bench = Bench();
        await bench.ShowsAsync("   text");
        var answer = new TaskCompletionSource<View>();
        _source.Snapshot = _ => answer.Task;
        for (var change = 0; change < 5_000; change++)
            _source.Change();

        bench.Frame();
        await bench.UntilAsync(() => _source.Asked == 2);
        for (var change = 0; change < 5_000; change++)
            _source.Change();

        bench.Frame();
        _source.Asked.ShouldBe(2);
        _source.Yield(new TextView { Text = "last" });
        answer.SetResult(new TextView { Text = "new" });

        await bench.ShowsAsync("   last");
        _source.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Not_Ask_A_View_That_Is_Not_To_Be_Seen()
    {
        await using var bench = Bench();
        await bench.ShowsAsync("   text");
        bench.Workbench.OpenView("workbench.output");
        bench.Press("alt+z");

        _source.Change();
        bench.Frame();
        bench.Frame();

        _source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Show_A_Fault_In_Its_Place_With_What_It_Showed_And_A_Retry()
    {
        await using var bench = Bench();
        await bench.ShowsAsync("   text");
        _source.Snapshot = _ => throw new InvalidOperationException("the shelf fell down");
        _source.Change();
        await bench.ShowsAsync("(InvalidOperationException: the shelf fell down [Try again])");
        bench.Screen.ShouldContain("test.view (dim)");
        bench.Screen.ShouldContain("   text");

        _source.Yield(new TextView { Text = "again" });
        bench.Workbench.OnCommand(bench.Workbench.Focused!.Cure!.Command);

        await bench.ShowsAsync("   again");
        bench.Screen.ShouldNotContain("Try again");
    }

    [Fact]
    public async Task Should_Refuse_A_Snapshot_With_Holes_And_One_That_Is_Too_Deep()
    {
        await using var bench = Bench();
        _source.Yield(new Tree { Nodes = [new TreeNode { Id = "a", Text = null! }] });
        await bench.ShowsAsync("without a text or a name");

        var node = new TreeNode { Id = "a", Text = "a" };
        for (var depth = 0; depth < 10_000; depth++)
            node = new TreeNode { Id = "a", Text = "a", Children = [node] };

        _source.Yield(new Tree { Nodes = [node] });
        _source.Change();

        await bench.ShowsAsync("more than a hundred deep");
    }

    [Fact]
    public async Task Should_Change_Its_Kind_With_The_Snapshot()
    {
        await using var bench = Bench();
        await bench.ShowsAsync("   text");

        _source.Yield(new ChartView { Kind = ChartKind.Line, Series = [new ChartSeries { Name = "posts", Points = [1, null, 3] }] });
        _source.Change();

        await bench.ShowsAsync("posts: 1 n/a 3");
    }

    [Fact]
    public async Task Should_Keep_What_An_Unloaded_Plugin_Showed_And_Load_It_Only_When_Asked()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");

        var unloading = bench.Engine.UnloadAsync("notes", CancellationToken.None);
        await bench.UntilAsync(() =>
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(25));
            return unloading.IsCompleted;
        });

        await bench.ShowsAsync("notes has been unloaded. This is what it showed last. [Try again]");
        bench.Screen.ShouldContain("Notes (dim)");
        bench.Screen.ShouldContain("milk");
        bench.Screen.ShouldContain("1 plugins, 0 loaded");
        bench.Workbench.OnCommand(bench.Workbench.Focused!.Cure!.Command);
        await bench.UntilAsync(() => bench.Workbench.Focused!.State == ViewState.Ready);
        bench.Screen.ShouldContain("1 plugins, 1 loaded");
    }

    [Fact]
    public async Task Should_Say_Why_It_Is_Not_Shown_And_Show_It_When_That_Changes()
    {
        var source = new FakeSource("test.when", Area.Editor) { WhenClause = "zoomed" };
        await using var bench = new TestBench().Adding(workbench => workbench.Add(source));
        bench.Workbench.OpenView("test.when");
        await bench.ShowsAsync("(off: it works when a view fills the screen)");
        source.Asked.ShouldBe(0);

        bench.Press("alt+z");

        await bench.ShowsAsync("   text");
    }

    [Fact]
    public async Task Should_Name_What_Cannot_Be_Read_In_Its_Condition()
    {
        var source = new FakeSource("test.when", Area.Editor) { WhenClause = "zoomed &&" };
        await using var bench = new TestBench().Adding(workbench => workbench.Add(source));

        bench.Workbench.OpenView("test.when");

        await bench.ShowsAsync("character 10: the name of a context key is wanted here.");
    }

    [Fact]
    public async Task Should_Say_What_An_Empty_View_Is_For_With_The_Keys_That_Fill_It()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+k", "j");

        await bench.ShowsAsync("No job is under way. Ctrl+P starts one.");
    }

    [Fact]
    public async Task Should_Hear_What_Is_Written_And_What_Was_Saved()
    {
        await using var bench = Bench();
        _source.Yield(new EditorView { Text = "a", SaveCommand = "workbench.zoom" });
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is EditorModel);

        bench.Type("f");
        bench.Screen.ShouldContain("test.view ●");
        _source.EditedText.ShouldBe("fa");
        bench.Press("ctrl+s");

        bench.Screen.ShouldNotContain("●");
    }

    [Fact]
    public async Task Should_Stand_Beside_The_View_It_Belongs_To()
    {
        var main = new FakeSource("test.main", Area.Editor) { BesideId = "test.view" };
        await using var bench = Bench(main);
        bench.Workbench.OpenView("test.main");
        await bench.UntilAsync(() => bench.Workbench.Focused!.Beside?.Model is TextModel);

        bench.Press("tab");

        bench.Workbench.Focused!.Id.ShouldBe("test.main/test.view");
        bench.Press("ctrl+w");
        bench.Screen.ShouldNotContain("test.main");
    }

    private TestBench Bench(params FakeSource[] others)
    {
        var bench = new TestBench().Adding(workbench =>
        {
            workbench.Add(_source);
            foreach (var other in others)
                workbench.Add(other);
        });
        bench.Workbench.OpenView("test.view");
        return bench;
    }
}
