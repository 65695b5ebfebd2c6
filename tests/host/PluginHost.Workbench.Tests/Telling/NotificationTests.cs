using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Telling;

public sealed class NotificationTests
{
    [Fact]
    public async Task Should_Let_A_Toast_Go_And_Keep_What_It_Said()
    {
        await using var bench = new TestBench();
        bench.Workbench.Tell(Severity.Information, "The shelf is full.");

        bench.Advance(TimeSpan.FromSeconds(5));

        bench.Workbench.Toasts.ShouldBeEmpty();
        bench.Press("ctrl+k", "m");
        await bench.ShowsAsync("The shelf is full.");
    }

    [Fact]
    public async Task Should_Stay_Within_Its_Bounds_When_Ten_Thousand_Are_Told()
    {
        await using var bench = new TestBench();
        for (var number = 1; number <= 10_000; number++)
            bench.Workbench.Tell(Severity.Error, $"Trouble {number}");

        bench.Workbench.Toasts.Select(toast => toast.Text).ShouldBe(["Trouble 9998", "Trouble 9999", "Trouble 10000"]);
        bench.Workbench.Notifications.History.Count.ShouldBe(1_000);
        bench.Screen.ShouldContain("● 10000 new");
    }

    [Fact]
    public async Task Should_Say_The_Same_Once()
    {
        await using var bench = new TestBench();

        bench.Workbench.Tell(Severity.Warning, "Again.");
        bench.Workbench.Tell(Severity.Warning, "Again.");

        bench.Workbench.Toasts.Count.ShouldBe(1);
        bench.Workbench.Notifications.History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Bring_Back_What_Was_Destroyed()
    {
        await using var bench = new TestBench();
        var shelf = new List<string>();
        bench.Workbench.OfferUndo("Draft \"milk\" deleted", _ =>
        {
            shelf.Add("milk");
            return Task.CompletedTask;
        });
        var toast = bench.Workbench.Toasts.ShouldHaveSingleItem();

        bench.Workbench.Accept(toast, toast.Actions.ShouldHaveSingleItem());

        await bench.ShowsAsync("Undone: Draft \"milk\" deleted");
        shelf.ShouldBe(["milk"]);
        bench.Press("ctrl+k", "u");
        bench.Screen.ShouldContain("There is nothing to undo.");
    }

    [Fact]
    public async Task Should_Offer_No_More_What_A_Key_Has_Brought_Back()
    {
        await using var bench = new TestBench();
        bench.Workbench.OfferUndo("Draft deleted", _ => Task.CompletedTask);

        bench.Press("ctrl+k", "u");

        await bench.ShowsAsync("Undone: Draft deleted");
        bench.Workbench.Toasts.ShouldHaveSingleItem().Actions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_Why_It_Cannot_Be_Brought_Back()
    {
        await using var bench = new TestBench();
        bench.Workbench.OfferUndo("Draft deleted", _ => throw new PluginHostException("The shelf is gone."));

        bench.Press("ctrl+k", "u");

        await bench.ShowsAsync("Draft deleted cannot be undone: The shelf is gone.");
    }

    [Fact]
    public async Task Should_Leave_At_Once_When_Nothing_Is_Under_Way()
    {
        await using var bench = new TestBench();

        bench.Press("ctrl+q");

        bench.Renderer.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Say_What_Is_Still_Under_Way_Before_It_Leaves()
    {
        await using var bench = new TestBench().With("notes", NotesPlugin.Source)
            .Adding(workbench => workbench.AddUnderWay(() => ["◷ 2 posts are planned"]));
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.wait" });
        await bench.UntilAsync(() => bench.Engine.Jobs.Running.Count == 2);

        bench.Press("ctrl+q");

        bench.Renderer.IsEnded.ShouldBeFalse();
        bench.Screen.ShouldContain("◷ waiting (notes) will be cancelled");
        bench.Screen.ShouldContain("◷ 2 posts are planned");
        bench.Press("enter");
        bench.Renderer.IsEnded.ShouldBeFalse();
        bench.Press("ctrl+q", "y");
        bench.Renderer.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Leave_At_Once_Where_Nothing_But_What_Goes_On_By_Itself_Is_Under_Way()
    {
        await using var bench = new TestBench().With("ears", """
            public sealed class Ears : Plugin
            {
                [Command("ears.listen", "Listen")]
                public void Listen(IHost host) => host.Jobs.Resumable("listening", cancel => Task.Delay(Timeout.Infinite, cancel));
            }
            """);
        bench.Workbench.OnCommand(new CommandCall { Id = "ears.listen" });
        await bench.UntilAsync(() => bench.Engine.Jobs.Running is [{ Title: "listening" }]);

        bench.Press("ctrl+q");

        bench.Renderer.IsEnded.ShouldBeTrue();
    }
}
