using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Watching;

public sealed class WorkspaceWatchTests
{
    [Fact]
    public async Task Should_Take_Up_Keys_And_Profiles_Under_The_Open_Screen()
    {
        await using var bench = Open();

        bench.WriteFile("zone: Europe/Oslo\nplugins: { notes: }\nkeys: { \"alt+n\": notes.count }\nprofiles: { \"@quiet\": { network: none, purpose: listening } }\n");

        await ChangedAsync(bench, "plugins.yaml was taken up.");
        bench.Engine.Profiles.All.ShouldHaveSingleItem().Name.ShouldBe("@quiet");
        bench.Press("alt+n");
        await bench.ShowsAsync("Notes: Count: 3");
    }

    [Fact]
    public async Task Should_Go_On_As_It_Was_And_Name_The_Line_When_The_File_Is_Wrong()
    {
        await using var bench = Open();

        bench.WriteFile("plugins:\n  notes:\nprofils: {}\n");

        await ChangedAsync(bench, "The workspace goes on as it was: plugins.yaml(3): \"profils\" is unknown here.");
        bench.Workbench.Problems.All.ShouldHaveSingleItem().Place.ShouldBe("plugins.yaml(3)");
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.count" });
        await bench.ShowsAsync("Notes: Count: 3");

        bench.WriteFile("plugins:\n  notes:\n\nzone: Europe/Oslo\n");
        await ChangedAsync(bench, "plugins.yaml was taken up.");
        bench.Workbench.Problems.All.ShouldBeEmpty();
        bench.Workbench.Toasts.ShouldNotContain(toast => toast.Severity == Severity.Error);
    }

    [Fact]
    public async Task Should_Go_On_As_It_Was_When_The_File_Is_Gone()
    {
        await using var bench = Open();

        File.Delete(bench.File);

        await ChangedAsync(bench, "The workspace goes on as it was: plugins.yaml: there is no plugins.yaml");
    }

    [Fact]
    public async Task Should_Keep_What_A_Plugin_Showed_That_The_File_Names_No_More()
    {
        await using var bench = Open();
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");

        bench.WriteFile("plugins: {}\n");

        await ChangedAsync(bench, "plugins.yaml names notes no more, or it cannot be used.");
        bench.Screen.ShouldContain("milk");
    }

    [Fact]
    public async Task Should_Bring_A_View_Back_With_Its_Plugin()
    {
        await using var bench = Open();
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        bench.WriteFile("plugins: { notes: off }\n");
        await ChangedAsync(bench, "plugins.yaml names notes no more, or it cannot be used.");
        bench.Workbench.FindOpen("notes.list")!.State.ShouldBe(ViewState.Unloaded);

        bench.WriteFile("plugins:\n  notes:\n");

        await bench.UntilAsync(() =>
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return bench.Workbench.FindOpen("notes.list") is { State: ViewState.Ready, IsDim: false };
        });
        bench.Workbench.OnCommand(new CommandCall { Id = "notes.count" });
        await bench.ShowsAsync("Notes: Count: 3");
    }

    [Fact]
    public async Task Should_Say_What_Waits_For_The_Next_Start()
    {
        await using var bench = Open();

        bench.WriteFile("plugins: { notes: }\nzone: Asia/Tokyo\n");

        await ChangedAsync(bench, "except zone: that waits for the next start.");
    }

    // The file is watched once the first frame is out.
    private static TestBench Open()
    {
        var bench = new TestBench { Extra = "zone: Europe/Oslo" }.With("notes", NotesPlugin.Source);
        bench.Frame();
        bench.Frame();
        return bench;
    }

    // The clock moves on, so that the file is looked at, and what settles settles; unloading waits on it too.
    private static Task ChangedAsync(TestBench bench, string text) => bench.UntilAsync(() =>
    {
        bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
        return bench.Workbench.Notifications.History.Any(toast => toast.Text.Contains(text, StringComparison.Ordinal)) || bench.Screen.Contains(text, StringComparison.Ordinal);
    });
}
