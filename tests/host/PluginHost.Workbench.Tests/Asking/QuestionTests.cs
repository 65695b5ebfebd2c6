using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Asking;

public sealed class QuestionTests
{
    [Fact]
    public async Task Should_Give_The_Answer_To_The_Plugin_That_Asks()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.ask" });
        await bench.UntilAsync(() => bench.Top is InputLayer);
        bench.Top!.Title.ShouldBe("Which shelf?");

        bench.Workbench.OnPaste("the\nupper");
        bench.Press("enter");

        await bench.ShowsAsync("Notes: Ask: the upper");
    }

    [Fact]
    public async Task Should_Answer_With_Nothing_When_The_Person_Presses_Esc()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.ask" });
        await bench.UntilAsync(() => bench.Top is InputLayer);

        bench.Press("esc");

        await bench.ShowsAsync("nobody said");
        bench.Top.ShouldBeNull();
    }

    [Theory]
    [InlineData("enter", "kept")]
    [InlineData("y", "gone")]
    [InlineData("n", "kept")]
    [InlineData("esc", "kept")]
    public async Task Should_Confirm_Only_What_The_Person_Says_Yes_To(string key, string answer)
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.confirm" });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Press(key);

        await bench.ShowsAsync($"Notes: Confirm: {answer}");
    }

    [Fact]
    public async Task Should_Narrow_The_Choices_By_Typing()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.choose" });
        await bench.UntilAsync(() => bench.Top is PickLayer);

        bench.Type("RI");
        bench.Press("enter");

        await bench.ShowsAsync("Notes: Choose: right");
    }

    [Fact]
    public async Task Should_Show_What_A_Choice_Says_More_And_Find_It_By_That()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.shelf" });
        await bench.UntilAsync(() => bench.Top is PickLayer);
        bench.Pick.Item(0).Detail.ToString().ShouldBe("full");

        bench.Type("empty");
        bench.Press("enter");

        await bench.ShowsAsync("Notes: Shelf: B");
    }

    [Fact]
    public async Task Should_Wait_When_The_Person_Is_Doing_Something_Else()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.ask" });
        bench.Press("ctrl+p");
        await bench.ShowsAsync("A plugin asks: Which shelf?");
        bench.Type("zoom");
        bench.Pick.Input.Text.ShouldBe(">zoom");

        bench.Press("esc");

        bench.Top.ShouldBeAssignableTo<InputLayer>()!.Title.ShouldBe("Which shelf?");
    }

    [Fact]
    public async Task Should_Show_One_Question_At_A_Time()
    {
        await using var bench = new TestBench();
        var first = bench.Workbench.Ask.ForTextAsync("First?", CancellationToken.None);
        var second = bench.Workbench.Ask.ForTextAsync("Second?", CancellationToken.None);
        bench.Frame();
        bench.Workbench.Layers.Count.ShouldBe(1);

        bench.Type("1");
        bench.Press("enter");
        bench.Type("2");
        bench.Press("enter");

        (await first, await second).ShouldBe(("1", "2"));
    }

    [Fact]
    public async Task Should_Take_The_Question_Back_When_Nobody_Wants_The_Answer()
    {
        await using var bench = new TestBench();
        using var cancel = new CancellationTokenSource();
        var asked = bench.Workbench.Ask.ForTextAsync("First?", cancel.Token);
        bench.Frame();
        bench.Top.ShouldNotBeNull();

        await cancel.CancelAsync();
        bench.Frame();

        bench.Top.ShouldBeNull();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Is_There_Once_The_Screen_Is_Left()
    {
        await using var bench = new TestBench();
        await bench.Workbench.DisposeAsync();

        await Should.ThrowAsync<PluginHostException>(() => bench.Person.ForTextAsync("Anybody?", CancellationToken.None));
    }
}
