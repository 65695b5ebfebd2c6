namespace PluginHost.Tests.CommandLine;

/// <summary>The program without a verb, in a terminal.</summary>
public sealed class ScreenCommandTests
{
    public ScreenCommandTests() => Assert.SkipUnless(TmuxProgram.IsThere, "There is no tmux.");

    [Fact]
    public async Task Should_Open_The_Screen_And_Give_The_Terminal_Back_When_The_Person_Leaves()
    {
        using var place = new ProgramPlace();
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30);
        await terminal.ShowsAsync("Say something in rehearsal");

        // Ctrl+C copies, and ends nothing. That it was told stays longer than what is told.
        await terminal.KeyAsync("Down");
        await terminal.KeyAsync("C-c");
        await terminal.ShowsAsync("1 new");
        await terminal.KeyAsync("C-q");
        await terminal.EndAsync();

        terminal.ExitCode.ShouldBe(0);
        terminal.Settings.After.ShouldBe(terminal.Settings.Before);
    }

    [Fact]
    public async Task Should_Give_The_Terminal_Back_And_Remember_The_Layout_When_It_Is_Told_To_End()
    {
        using var place = new ProgramPlace();
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30);
        await terminal.ShowsAsync("Write a post");
        await terminal.KeyAsync("1");
        await terminal.ShowsAsync("New post");

        await terminal.SignalAsync("TERM");
        await terminal.EndAsync();

        terminal.Settings.After.ShouldBe(terminal.Settings.Before);
        place.Has(".pluginhost/workbench.json").ShouldBeTrue();
        File.ReadAllText(Path.Combine(place.Root, ".pluginhost", "workbench.json")).ShouldContain("workbench.composer");
    }

    [Fact]
    public async Task Should_Say_That_A_Dumb_Terminal_Cannot_Show_It()
    {
        using var place = new ProgramPlace();
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30, "TERM=dumb");
        await terminal.EndAsync();

        (await terminal.ShowsAsync("TERM=dumb")).ShouldContain("it cannot place text");
        terminal.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Say_How_Large_A_Terminal_Must_Be()
    {
        using var place = new ProgramPlace();
        await using var terminal = await TmuxProgram.StartAsync(place, 60, 4);
        await terminal.EndAsync();

        await terminal.ShowsAsync("Enlarge its window");
        terminal.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Tell_A_Newcomer_How_To_Make_A_Workspace()
    {
        using var place = new ProgramPlace("");
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30);
        await terminal.EndAsync();

        await terminal.ShowsAsync("Here is no workspace yet.");
        terminal.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_With_A_Workspace_That_Cannot_Be_Opened()
    {
        using var place = new ProgramPlace("plugins: [\n");
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30);
        await terminal.EndAsync();

        await terminal.ShowsAsync("plugins.yaml(");
        terminal.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Draw_Without_Colours_Where_None_Are_Wanted()
    {
        using var place = new ProgramPlace();
        await using var terminal = await TmuxProgram.StartAsync(place, 100, 30, "NO_COLOR=1");
        await terminal.ShowsAsync("Write a post");

        (await terminal.StyledAsync()).ShouldNotMatch("\u001b\\[[0-9;]*[34]8[;:]");
    }
}
