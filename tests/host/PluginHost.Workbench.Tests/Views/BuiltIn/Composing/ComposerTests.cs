using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using PluginHost.Workbench.Views.BuiltIn.Composing;
using static PluginHost.Workbench.Tests.Views.BuiltIn.Composing.ComposerBench;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class ComposerTests
{
    [Fact]
    public async Task Should_Count_Live_For_Every_Chosen_Profile_Without_Asking_The_Publisher()
    {
        // Given
        await using var bench = await OpenAsync();

        // When
        bench.Type("Grüße, سلام");
        await bench.ShowsAsync("11 / 20 characters   17 / 60 bytes");
        bench.Press("alt+2");

        // Then
        await bench.ShowsAsync("✓ @help");
        bench.Screen.ShouldContain("│ Grüße, سلام");
        (await AskAsync(bench, "guest.checks")).ShouldBe("0");
    }

    [Fact]
    public async Task Should_Say_At_Once_What_Is_Too_Long_And_Lead_To_The_First_Character_Too_Many()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("one line and\nthen another");
        await bench.ShowsAsync("✗ @shop: 25 of 20 characters: too long");
        bench.Screen.ShouldContain("! 1 problem");

        // When
        bench.Workbench.OnCommand(bench.Workbench.Problems.All.ShouldHaveSingleItem().Command!);

        // Then
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Caret.ShouldBe(new TextPlace(1, 7));
    }

    [Fact]
    public async Task Should_Ask_The_Publisher_Once_The_Person_Pauses()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("said twice");
        await bench.ShowsAsync("10 / 20");
        (await AskAsync(bench, "guest.checks")).ShouldBe("0");

        // When
        bench.Advance(TimeSpan.FromSeconds(1));

        // Then
        await bench.ShowsAsync("! @shop: said before");
        (await AskAsync(bench, "guest.checks")).ShouldBe("1");
    }

    [Fact]
    public async Task Should_Keep_A_Draft_While_It_Is_Written_Whatever_Ends_The_Program()
    {
        // Given: nobody saves, and nobody says good-bye.
        await using var bench = await OpenAsync();
        bench.Type("half a thought");
        bench.Press("alt+2");
        var file = Path.Combine(Path.GetDirectoryName(bench.LayoutFile)!, "draft.txt");
        await bench.UntilAsync(() => File.Exists(file) && File.ReadAllText(file) == "@shop\t@help\nhalf a thought");

        // When
        await bench.RestartAsync();
        bench.Workbench.OpenView("workbench.composer");

        // Then
        await bench.ShowsAsync("half a thought");
        await bench.ShowsAsync("✓ @help");
    }

    [Fact]
    public async Task Should_Start_Empty_And_Send_Its_Own_Draft_Alone_When_Another_Screen_Writes_Here()
    {
        // Given
        await using var bench = Make("");
        var folder = bench.Engine.DataFolder;
        await using var other = new DraftFile(folder, _ => { });
        other.Read();
        other.Keep(new Draft { Text = "theirs", Profiles = ["@shop"] });
        await other.Written;

        // When
        await ShowAsync(bench);
        await bench.ShowsAsync("Another screen is open on this workspace");
        bench.Type("mine");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        // Then
        (await AskAsync(bench, "guest.posts")).ShouldStartWith("planned 1: mine on @shop");
        await bench.UntilAsync(() => File.ReadAllText(Path.Combine(folder, "draft-2.txt")) == "@shop\n");
        (await File.ReadAllTextAsync(Path.Combine(folder, "draft.txt"), CancellationToken.None)).ShouldBe("@shop\ntheirs");
    }

    [Fact]
    public async Task Should_Go_On_With_An_Attempt_That_Was_Cut_Off_Under_Its_Own_Key()
    {
        // Given a program that was killed after the draft was handed over, and before the draft was taken away
        await using var bench = Make("");
        Directory.CreateDirectory(bench.Engine.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(bench.Engine.DataFolder, "draft.txt"), "@shop\t#a1\nOpen.", CancellationToken.None);
        await ShowAsync(bench);
        await bench.ShowsAsync("Open.");

        // When
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        // Then whoever knows the key knows that it is the same
        (await AskAsync(bench, "guest.keys")).ShouldBe("a1");
    }

    [Fact]
    public async Task Should_Stop_And_Ask_When_What_Was_Handed_Over_Was_Changed_Since()
    {
        // Given
        await using var bench = Make("");
        Directory.CreateDirectory(bench.Engine.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(bench.Engine.DataFolder, "draft.txt"), "@shop\t#a1\nOpen.", CancellationToken.None);
        await ShowAsync(bench);
        await bench.ShowsAsync("Open.");
        await AskAsync(bench, "guest.know");

        // When
        bench.Press("f5");
        await bench.ShowsAsync("this draft was handed to the outbox");
        (await AskAsync(bench, "guest.posts")).ShouldBe("");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        // Then
        (await AskAsync(bench, "guest.posts")).ShouldStartWith("planned 1: Open. on @shop");
        (await AskAsync(bench, "guest.keys")).ShouldNotEndWith("a1");
    }

    [Fact]
    public async Task Should_Send_After_A_Moment_And_Free_The_Editor_At_Once()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("Open until six.");

        // When
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at 09:00:05: @shop");

        // Then
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text.ShouldBe("");
        (await AskAsync(bench, "guest.posts")).ShouldBe("planned 1: Open until six. on @shop at 09:00:05");
    }

    [Fact]
    public async Task Should_Take_A_Post_Back_Within_The_Moment_And_Give_The_Text_Back()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("too soon");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        // When
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.undo" });
        await bench.ShowsAsync("Undone: Goes out at");
        await bench.ShowsAsync("too soon");
        for (var second = 0; second < 10; second++)
            bench.Advance(TimeSpan.FromSeconds(1));

        // Then
        (await AskAsync(bench, "guest.posts")).ShouldBe("planned 1: too soon on @shop at 09:00:05; withdrawn 1");
    }

    [Fact]
    public async Task Should_Plan_For_A_Time_On_The_Wall_Clock_Of_The_Workspace()
    {
        // Given
        await using var bench = await OpenAsync("zone: Europe/Oslo\n");
        bench.Type("good evening");

        // When
        bench.Press("ctrl+s");
        bench.Type("18:00");
        bench.Press("enter");

        // Then
        await bench.ShowsAsync("Planned for 18:00:00: @shop");
        (await AskAsync(bench, "guest.posts")).ShouldBe("planned 1: good evening on @shop at 17:00:00");
    }

    [Fact]
    public async Task Should_Refuse_In_The_Field_What_Is_No_Time()
    {
        // Given
        await using var bench = await OpenAsync("zone: Europe/Oslo\n");
        bench.Type("good evening");
        bench.Press("ctrl+s");

        // When
        bench.Type("1");
        bench.Press("enter");

        // Then
        var field = bench.Top.ShouldBeAssignableTo<InputLayer>()!;
        field.Problem.ShouldNotBeNull().ShouldContain("\"1\" is no time here.");
        bench.Workbench.Toasts.ShouldBeEmpty();

        // When
        bench.Type("8:00");
        field.Problem.ShouldBeNull();
        bench.Press("enter");

        // Then
        await bench.ShowsAsync("Planned for 18:00:00: @shop");
    }

    [Fact]
    public async Task Should_Ask_For_No_Time_When_There_Is_Nothing_To_Plan()
    {
        await using var bench = await OpenAsync();

        bench.Press("ctrl+s");

        bench.Top.ShouldBeNull();
        bench.Workbench.Toasts.ShouldHaveSingleItem().Text.ShouldContain("There is nothing to send yet.");
    }

    [Fact]
    public async Task Should_Keep_The_Text_When_The_Time_Is_None_Or_The_Publisher_Refuses()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("stays here");

        // When
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.compose.plan", Arguments = Record.Of(("when", "whenever")) });
        await bench.ShowsAsync("\"whenever\" is no time here.");
        await AskAsync(bench, "guest.refuse");
        bench.Press("f5");

        // Then
        await bench.ShowsAsync("Nothing was sent: not today");
        await bench.ShowsAsync("✗ not today");
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text.ShouldBe("stays here");
    }

    [Fact]
    public async Task Should_Send_Nothing_When_Nothing_Is_Written_Or_Nobody_Is_Chosen()
    {
        await using var bench = await OpenAsync();

        bench.Press("f5");
        await bench.ShowsAsync("There is nothing to send yet.");
        bench.Type("hello");
        bench.Press("alt+1", "f5");

        await bench.ShowsAsync("Nobody is chosen to say it. Alt+P leads to the profiles, and Space chooses one.");
        (await AskAsync(bench, "guest.posts")).ShouldBe("");
    }

    [Fact]
    public async Task Should_Say_While_Nobody_Is_Chosen_How_That_Is_Done_And_Do_It_By_Those_Keys()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Screen.ShouldContain("Alt+P Choose profiles");
        bench.Press("alt+1");
        await bench.ShowsAsync("! Nobody says it yet");
        bench.Screen.ShouldContain("Alt+P, then Space on a profile");

        // When: down to the second profile, and back to the text.
        bench.Press("alt+p");
        bench.Screen.ShouldContain("Space Choose a profile, or no longer");
        bench.Press("home", "down", "down", "down", "space");
        await bench.ShowsAsync("◷ @help");
        bench.Press("alt+p");
        bench.Type("hello");

        // Then
        await bench.ShowsAsync("✓ @help");
        bench.Screen.ShouldNotContain("Nobody says it yet");
        await bench.ShowsAsync("Nothing stands against it.");
        bench.Press("alt+2");
        await bench.ShowsAsync("Nobody is chosen to say it. Alt+P leads to the profiles.");
        bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text.ShouldBe("hello");
    }

    [Fact]
    public async Task Should_Offer_To_Send_Only_What_Is_Written()
    {
        // Given
        await using var bench = await OpenAsync();
        await bench.ShowsAsync("Nothing is written yet.");
        bench.Screen.ShouldNotContain("Nothing stands against it.");

        // When
        bench.Type("hello");
        await bench.ShowsAsync("Nothing stands against it. F5 sends it.");
        bench.Press("ctrl+a", "backspace");

        // Then
        await bench.ShowsAsync("Nothing is written yet.");
    }

    [Fact]
    public async Task Should_Say_On_Leaving_What_Is_Still_To_Go_Out()
    {
        await using var bench = await OpenAsync();
        bench.Type("last words");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");

        bench.Press("ctrl+q");

        bench.Screen.ShouldContain("◷ a post goes out at 09:00:05: @shop.");
    }

    [Fact]
    public async Task Should_Leave_Without_Asking_When_Only_A_Draft_Is_There()
    {
        // Given: a renderer with an editor of its own hands over the whole text.
        await using var bench = await OpenAsync();
        var editor = bench.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>();
        editor.Edit("half a thought");
        editor.IsChanged.ShouldBeFalse();

        // When
        bench.Press("ctrl+q");

        // Then
        bench.Workbench.IsLeft.ShouldBeTrue();
        await bench.RestartAsync();
        await ShowAsync(bench);
        await bench.ShowsAsync("half a thought");
    }

    [Fact]
    public async Task Should_Say_That_The_Draft_Is_Kept_Where_Leaving_Is_Asked_For_Something_Else()
    {
        // Given
        await using var bench = await OpenAsync();
        bench.Type("last words");
        bench.Press("f5");
        await bench.ShowsAsync("Goes out at");
        bench.Type("half a thought");

        // When
        bench.Press("ctrl+q");

        // Then
        bench.Workbench.IsLeft.ShouldBeFalse();
        bench.Screen.ShouldContain("\"New post\" is kept as a draft");
        bench.Screen.ShouldNotContain("is not saved");
    }

    [Fact]
    public async Task Should_Ask_On_Leaving_When_The_Draft_Is_Kept_Nowhere()
    {
        // Given: no place can be taken.
        await using var bench = Make("");
        for (var number = 1; number < 100; number++)
            Directory.CreateDirectory(Path.Combine(bench.Engine.DataFolder, number == 1 ? "draft.txt.lock" : $"draft-{number}.txt.lock"));

        await ShowAsync(bench);
        await bench.ShowsAsync("What is being written is not kept in");
        bench.Type("half a thought");

        // When
        bench.Press("ctrl+q");

        // Then
        bench.Workbench.IsLeft.ShouldBeFalse();
        bench.Screen.ShouldContain("\"New post\" is not saved");
    }

    [Fact]
    public async Task Should_Say_Why_When_No_Plugin_Publishes()
    {
        await using var bench = new TestBench { HasBuiltIn = true, Extra = "profiles:\n  \"@shop\": { network: net }" };
        bench.Workbench.OpenView("workbench.composer");
        await bench.UntilAsync(() => bench.Workbench.Focused?.Model is not null);
        bench.Type("hello");

        bench.Press("f5");

        await bench.ShowsAsync("No plugin of this workspace offers IPublisher.");
        await bench.ShowsAsync("which no running plugin offers");
    }
}
