using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Commands;

/// <summary>What a command says that it is about to do is asked at the screen before it does it, and nowhere else.</summary>
public sealed class ConfirmedCommandTests
{
    private const string Source = """
        [KeyBinding("town.tell", "t", When = "view == town.news")]
        public sealed class Town : Plugin
        {
            private int _told;

            [Command("town.tell", "Town: Tell", Confirm = "town.what")]
            public string Tell(string news, [Asks("How loud?", Default = "1")] int loud) => $"{news} was told {++_told} times";

            [Command("town.what", "Town: What Would Be Told")]
            public string What(string news) =>
                news == "old" ? "" : news == "wrong" ? throw new PluginHostException("Nobody believes it.") : $"Tell {news}?\nTo: everybody\nWhen: now";

            [View("town.news", "News", Area.Editor)]
            public View News() => new TableView { Table = Table.Of(new[] { "fire" }, ("news", news => news)) };
        }
        """;

    [Theory]
    [InlineData("enter")]
    [InlineData("esc")]
    [InlineData("n")]
    public async Task Should_Do_Nothing_Without_A_Yes_To_What_It_Is_About_To_Do(string no)
    {
        // Given
        await using var bench = new TestBench().With("town", Source);
        bench.Workbench.OpenView("town.news");
        await bench.ShowsAsync("fire");
        bench.Press("home");

        // When
        bench.Press("t");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        var asked = (ConfirmLayer)bench.Top!;
        bench.Press(no);

        // Then
        asked.Title.ShouldBe("Tell fire?");
        asked.Details.Select(line => line.ToString()).ShouldBe(["To: everybody", "When: now"]);
        bench.Top.ShouldBeNull();
        bench.Workbench.Log.Entries.Single().Outcome.ShouldBe("cancelled");
    }

    [Fact]
    public async Task Should_Do_It_Once_After_A_Yes()
    {
        await using var bench = new TestBench().With("town", Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "town.tell", Arguments = Sdk.Record.Of(("news", "fire"), ("loud", 3)) });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Press("y");

        await bench.ShowsAsync("Town: Tell: fire was told 1 times");
        bench.Workbench.Log.Entries.Single().Arguments.ShouldBe("news=fire loud=3");
    }

    [Fact]
    public async Task Should_Ask_Nothing_Where_There_Is_Nothing_To_Say()
    {
        await using var bench = new TestBench().With("town", Source);

        bench.Workbench.OnCommand(new CommandCall { Id = "town.tell", Arguments = Sdk.Record.Of(("news", "old")) });

        await bench.ShowsAsync("Town: Tell: old was told 1 times");
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_And_Not_Run_When_It_Cannot_Be_Said_What_Would_Be_Done()
    {
        await using var bench = new TestBench().With("town", Source);

        bench.Workbench.OnCommand(new CommandCall { Id = "town.tell", Arguments = Sdk.Record.Of(("news", "wrong")) });

        await bench.ShowsAsync("Nobody believes it.");
        bench.Top.ShouldBeNull();
        bench.Workbench.Log.Entries.Single().Outcome.ShouldBe("Nobody believes it.");
    }

    [Fact]
    public async Task Should_Ask_Nobody_When_A_Script_Or_The_Command_Line_Runs_It()
    {
        await using var bench = new TestBench().With("town", Source);

        var told = await bench.Workbench.Engine.Commands.RunAsync("town.tell", Sdk.Record.Of(("news", "fire")), CancellationToken.None);

        told.ToString().ShouldBe("fire was told 1 times");
        bench.Top.ShouldBeNull();
    }
}
