using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views;

/// <summary>A plugin is built anew and swapped under the open screen: its views stay, and what is new in it is there at once.</summary>
public sealed class SwappedViewTests
{
    [Fact]
    public async Task Should_Keep_A_View_With_Its_Selection_And_Show_What_The_New_One_Says()
    {
        // Given
        await using var bench = await OpenAsync();
        var view = bench.Workbench.FindOpen("notes.list")!;
        ((RowsModel)view.Model!).Select(2);

        // When
        Write(bench, NotesPlugin.Source.Replace("\"milk\"", "\"oat milk\"", StringComparison.Ordinal).Replace("\"Notes\", Area", "\"My Notes\", Area", StringComparison.Ordinal));
        await ReloadAsync(bench);

        // Then
        await bench.ShowsAsync("oat milk");
        bench.Workbench.FindOpen("notes.list").ShouldBeSameAs(view);
        view.Title.ShouldBe("My Notes");
        ((RowsModel)view.Model!).SelectedFields.Find("note").ShouldBe((Value)"bread");
    }

    [Fact]
    public async Task Should_Offer_The_Commands_And_Keys_Of_The_New_One_At_Once()
    {
        await using var bench = await OpenAsync();

        Write(bench, NotesPlugin.Source.Replace("ctrl+k c", "alt+c", StringComparison.Ordinal)
            .Replace("[Command(\"notes.count\"", "[Command(\"notes.fresh\", \"Notes: Fresh\")] public string Fresh() => \"as new\";\n    [Command(\"notes.count\"", StringComparison.Ordinal));
        await ReloadAsync(bench);

        bench.Workbench.OnCommand(new CommandCall { Id = "notes.fresh" });
        await bench.ShowsAsync("Notes: Fresh: as new");
        bench.Press("alt+c");
        await bench.ShowsAsync("Notes: Count: 3");
    }

    [Fact]
    public async Task Should_Go_On_Showing_The_Past_When_The_New_One_Has_The_View_No_More()
    {
        await using var bench = await OpenAsync();

        Write(bench, NotesPlugin.Source.Replace("notes.list\"", "notes.all\"", StringComparison.Ordinal));
        await ReloadAsync(bench);

        await bench.UntilAsync(() => bench.Workbench.FindOpen("notes.list") is { State: ViewState.Unloaded });
        bench.Screen.ShouldContain("milk");
    }

    [Fact]
    public async Task Should_Say_In_The_View_That_The_New_One_Throws_And_Come_Back_With_The_Next()
    {
        await using var bench = await OpenAsync();

        Write(bench, NotesPlugin.Source.Replace("public View List() =>", "public View List() => throw new InvalidOperationException(\"no shelf\");\n    public View Old() =>", StringComparison.Ordinal));
        await ReloadAsync(bench);
        await bench.ShowsAsync("no shelf");

        Write(bench, NotesPlugin.Source);
        await ReloadAsync(bench);
        await bench.UntilAsync(() => bench.Workbench.FindOpen("notes.list") is { State: ViewState.Ready });
    }

    // In its author's folder, where it can be written over.
    private static async Task<TestBench> OpenAsync()
    {
        var bench = new TestBench { HasBuiltIn = true }.Line("notes: { path: ../mine/notes }");
        Write(bench, NotesPlugin.Source);
        bench.Workbench.OpenView("notes.list");
        await bench.ShowsAsync("milk");
        return bench;
    }

    private static void Write(TestBench bench, string source) => TestPlugin.Write(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(bench.File)!, "..", "mine")), "notes", source);

    private static async Task ReloadAsync(TestBench bench)
    {
        var reloading = bench.Engine.ReloadAsync("notes", CancellationToken.None);
        await bench.UntilAsync(() =>
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(25));
            return reloading.IsCompleted;
        });
        await reloading;
        bench.Frame();
    }
}
