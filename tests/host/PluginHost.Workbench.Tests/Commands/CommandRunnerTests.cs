using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Commands;

public sealed class CommandRunnerTests
{
    [Fact]
    public async Task Should_Ask_For_What_Is_Missing_One_After_The_Other()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Press("ctrl+n");
        bench.Top.ShouldBeAssignableTo<InputLayer>()!.Title.ShouldBe("Notes: Add: What should be noted?");
        bench.Type("eggs");
        bench.Press("enter");
        bench.Top.ShouldBeAssignableTo<InputLayer>()!.Title.ShouldBe("Notes: Add: How often?");
        bench.Type("2");
        bench.Press("enter");

        bench.Top.ShouldBeNull();
        await bench.ShowsAsync("! 5 notes");
    }

    [Fact]
    public async Task Should_Say_At_Once_What_Does_Not_Fit_And_Not_Take_It()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.add", Arguments = Sdk.Record.Of(("text", "eggs")) });

        bench.Type("many");
        bench.Press("enter");

        bench.Top.ShouldBeAssignableTo<InputLayer>()!.Problem.ShouldBe("Wanted is a whole number.");
    }

    [Fact]
    public async Task Should_Leave_The_Command_When_A_Question_Is_Left()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Press("ctrl+n");
        bench.Type("eggs");

        bench.Press("esc");

        bench.Top.ShouldBeNull();
        bench.Workbench.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_A_Short_Result_And_Open_A_Table()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Workbench.OnCommand(new CommandCall { Id = "notes.count" });
        await bench.ShowsAsync("toast: Notes: Count: 3");
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.table" });
        await bench.ShowsAsync("تذكير | 5");

        bench.Workbench.Focused!.Title.ShouldBe("Notes: As a table");
    }

    [Fact]
    public async Task Should_Take_Arguments_From_The_Selected_Row()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.Press("home", "down", "down");

        bench.Press("d");

        await bench.UntilAsync(() => !bench.Screen.Contains("bread | 5"));
        bench.Screen.ShouldContain("milk");
    }

    [Fact]
    public async Task Should_Offer_To_Take_Back_What_A_Command_Says_Can_Be_And_Name_It()
    {
        // Given
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.Press("home", "d");
        await bench.ShowsAsync("toast: Notes: Remove: milk [Undo]");
        await bench.UntilAsync(() => !bench.Screen.Contains("milk | 4"));

        // When
        bench.Press("ctrl+z");

        // Then
        await bench.ShowsAsync("milk | 4");
        await bench.ShowsAsync("Undone: Notes: Remove: milk");
    }

    [Fact]
    public async Task Should_Ask_For_What_Is_To_Be_Said_Whatever_The_Selected_Row_Says()
    {
        // Given: the row has a field of that name.
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.Press("home");

        // When
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.rename" });

        // Then
        await bench.ShowsAsync("What is it to be called?");
        bench.Type("cream");
        bench.Press("enter");
        await bench.ShowsAsync("milk is cream");
    }

    [Fact]
    public async Task Should_Take_Back_What_A_Command_Has_Made_And_Not_What_Was_Made_Since()
    {
        // Given
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.make", Arguments = Sdk.Record.Of(("prefix", "tea")) });
        await bench.ShowsAsync("toast: Notes: Make: tea [Undo]");
        await bench.Workbench.Engine.Commands.RunAsync("notes.make", Sdk.Record.Of(("prefix", "jam")), CancellationToken.None);
        await bench.ShowsAsync("jam");

        // When
        bench.Press("ctrl+z");

        // Then
        await bench.UntilAsync(() => !bench.Screen.Contains("tea 4 "));
        bench.Screen.ShouldContain("jam 5");
    }

    [Fact]
    public async Task Should_Say_Why_A_Command_Cannot_Be_Taken_Back()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.open", Arguments = Sdk.Record.Of(("view", "notes.list")) });
        await bench.ShowsAsync("milk");
        bench.Press("home", "d");
        await bench.ShowsAsync("[Undo]");
        await bench.UntilAsync(() => !bench.Screen.Contains("milk | 4"));
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.putBack", Arguments = Sdk.Record.Of(("note", "milk")) });
        await bench.ShowsAsync("milk | 4");

        bench.Press("ctrl+z");

        await bench.ShowsAsync("Notes: Remove: milk cannot be undone: milk is there.");
    }

    [Fact]
    public async Task Should_Offer_The_Answers_That_There_Are_And_Take_Another_One_Where_The_Plugin_May_Know_More()
    {
        await using var bench = new TestBench { HasBuiltIn = true, Extra = "profiles: { \"@shop\": { network: none }, \"@help\": { network: none } }" }.With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.sort" });
        bench.Type("elsewhere");
        bench.Pick.Count.ShouldBe(0);
        bench.Press("ctrl+u");
        bench.Type("length");
        bench.Press("enter");

        bench.Pick.Title.ShouldBe("Notes: Sort: For which profile?");
        bench.Type("hel");
        Enumerable.Range(0, bench.Pick.Count).Select(row => bench.Pick.Item(row).Text.ToString()).ShouldBe(["@help", "hel"]);
        bench.Press("down", "enter");

        await bench.ShowsAsync("by length for hel");
    }

    [Fact]
    public async Task Should_Show_A_Long_Command_With_A_Way_To_Cancel_It()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.wait" });
        await bench.UntilAsync(() => bench.Engine.Jobs.Running.Count == 2);
        bench.Advance(TimeSpan.FromSeconds(1));
        var toast = bench.Workbench.Toasts.ShouldHaveSingleItem();
        toast.IsProgress.ShouldBeTrue();

        bench.Workbench.Accept(toast, toast.Actions.ShouldHaveSingleItem());

        await bench.ShowsAsync("Notes: Wait was cancelled.");
        bench.Engine.Jobs.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Keep_The_Job_When_The_Toast_Is_Closed()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.wait" });
        await bench.UntilAsync(() => bench.Engine.Jobs.Running.Count == 2);
        bench.Advance(TimeSpan.FromSeconds(1));

        bench.Workbench.Close(bench.Workbench.Toasts[0]);
        bench.Workbench.OpenView("workbench.jobs");

        await bench.ShowsAsync("waiting |");
        bench.Screen.ShouldContain("◷ 2 jobs");
        bench.Press("ctrl+k", "x", "enter");
        await bench.ShowsAsync("Notes: Wait was cancelled.");
    }

    [Fact]
    public async Task Should_Tell_A_Fault_With_Its_Plugin_And_Log_It()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Workbench.OnCommand(new CommandCall { Id = "notes.throw" });

        await bench.ShowsAsync("the shelf fell down");
        bench.Workbench.Log.Entries.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public async Task Should_Name_What_Is_Near_When_There_Is_No_Such_Command()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);

        bench.Workbench.OnCommand(new CommandCall { Id = "notes.ad" });

        bench.Workbench.Toasts.ShouldHaveSingleItem().Text.ShouldBe("There is no command \"notes.ad\". Did you mean \"notes.add\"?");
    }

    [Fact]
    public async Task Should_Log_What_The_Interface_Executed()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.add", Arguments = Sdk.Record.Of(("text", "eggs"), ("times", 1)) });
        await bench.ShowsAsync("! 4 notes");

        bench.Press("ctrl+k", "l");

        await bench.ShowsAsync("notes.add text=eggs times=1  → done");
    }
}
