using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Crashes;

public sealed class InquestTests
{
    private const string Overflow = """
        Stack overflow.
        Repeated 261978 times:
        --------------------------------
           at Guest.Deep(Int32)
        --------------------------------
           at Guest+<DeepAsync>d__0.MoveNext()
           at PluginHost.Engine.Plugins.Running.SerialContext.RunOne(Posted)
        """;

    private const string OfTheHost = """
        Process terminated.
        out of luck
           at System.Environment.FailFast(System.String)
           at PluginHost.Engine.Store.WorkspaceStore.Open()
        """;

    private const string OfALibrary = """
        Stack overflow.
           at Some.Library.Dig(Int32)
           at PluginHost.Engine.Plugins.Running.SerialContext.RunOne(Posted)
        """;

    private static TestWorkspace Two() => new TestWorkspace()
        .With("guest", """public sealed class Guest : Plugin { [Command("guest.deep", "Deep")] public int Deep() => 1; }""")
        .With("other", """public sealed class Other : Plugin { [Command("other.say", "Say")] public string Say() => "hello"; }""");

    [Theory]
    [InlineData("")]
    [InlineData(OfTheHost)]
    public async Task Should_Leave_Out_Nobody_Who_Was_Merely_Inside(string words)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("To have been inside must do on Windows.");

        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("guest", "guest.deep")]);
        if (words.Length > 0)
            DeadFiles.LeaveWords(workspace.Root, words);

        workspace.Engine.UncleanEnds.ShouldHaveSingleItem().Plugin.ShouldBeNull();

        (await workspace.DoAsync("guest.deep")).ShouldBe((Value)1);
        workspace.Engine.Output.Lines.ShouldHaveSingleItem().Severity.ShouldBe(words.Length > 0 ? Severity.Warning : Severity.Information);
    }

    [Fact]
    public async Task Should_Leave_Out_The_One_Whose_Frames_The_Runtime_Wrote_And_Nobody_Else_Who_Was_Inside()
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("other", "other.say"), ("guest", "guest.deep")]);
        DeadFiles.LeaveWords(workspace.Root, Overflow);

        workspace.StateOf("guest").ShouldBe(PluginState.Refused);

        workspace.Engine.Plugins.Find("guest")!.Refusal!.ShouldMatch(
            @"^it was inside when the program ended at \d{4}-\d\d-\d\d \d\d:\d\d \+00:00, in guest\.deep\. Stack overflow\. At Guest\.Deep\(Int32\), at Guest\+<DeepAsync>d__0\.MoveNext\(\)\. ""pluginhost plugins enable guest"" brings it back, and so does another version\.$");
        workspace.Engine.UncleanEnds.Single().Words.ShouldStartWith("Stack overflow.\n");
        (await workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.deep"))).Message.ShouldContain("it was inside when the program ended");
    }

    [Fact]
    public async Task Should_Give_A_Build_A_Chance_That_Was_Made_Since()
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("guest", "guest.deep")], caller: "guest", length: 17);

        workspace.StateOf("guest").ShouldBe(PluginState.Ready);

        workspace.Engine.UncleanEnds.Single().Message.ShouldEndWith("It called Environment.Exit. Another build of it lies there since, and is given a chance.");
        (await workspace.DoAsync("guest.deep")).ShouldBe((Value)1);
    }

    [Fact]
    public async Task Should_Find_A_Thread_Of_A_Plugin_That_Was_Not_Inside()
    {
        await using var workspace = Two();
        DeadFiles.LeaveWords(workspace.Root, Overflow);

        workspace.Engine.Plugins.Find("guest")!.Refusal!.ShouldContain(", in a thread of its own. Stack overflow.");
        workspace.StateOf("other").ShouldBe(PluginState.Ready);
    }

    [Fact]
    public async Task Should_Leave_Out_The_Only_One_Inside_When_The_Frames_Are_Of_A_Library_On_A_Guests_Thread()
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("guest", "guest.deep")]);
        DeadFiles.LeaveWords(workspace.Root, OfALibrary);

        workspace.StateOf("guest").ShouldBe(PluginState.Refused);
    }

    [Fact]
    public async Task Should_Blame_Nobody_When_Two_Were_Inside_And_The_Frames_Are_Of_A_Library()
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("guest", "guest.deep"), ("other", "other.say")]);
        DeadFiles.LeaveWords(workspace.Root, OfALibrary);

        workspace.Engine.Plugins.Usable.Count().ShouldBe(2);
        workspace.Engine.UncleanEnds.Single().Message.ShouldContain("No plugin is to be seen in what it wrote");
    }

    [Fact]
    public async Task Should_Leave_Out_Whoever_Called_Exit()
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, [("other", "other.say"), ("guest", "guest.deep")], caller: "guest");

        workspace.Engine.Plugins.Usable.Single().Id.ShouldBe("other");
        workspace.Engine.Plugins.Find("guest")!.Refusal!.ShouldContain("ended at 2026-10-14 ");
    }

    [Fact]
    public async Task Should_Keep_It_Left_Out_At_Every_Start_Until_A_Person_Brings_It_Back()
    {
        await using var workspace = Two();
        DeadFiles.LeaveWords(workspace.Root, Overflow);
        workspace.StateOf("guest").ShouldBe(PluginState.Refused);
        await ((EngineOpened)workspace.TryOpen()).Engine.DisposeAsync();

        var third = ((EngineOpened)workspace.TryOpen()).Engine;
        third.StateOf(third.Plugins.Find("guest")!).ShouldBe(PluginState.Refused);
        third.UncleanEnds.ShouldBeEmpty();

        third.BringBack("other").ShouldBeFalse();
        third.BringBack("guest").ShouldBeTrue();
        await third.ReloadAsync(CancellationToken.None);

        third.StateOf(third.Plugins.Find("guest")!).ShouldBe(PluginState.Ready);
        await third.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a slot at all")]
    public async Task Should_Take_Damaged_Files_For_Nothing(string text)
    {
        await using var workspace = Two();
        DeadFiles.LeaveSlot(workspace.Root, []);
        var folder = Path.Combine(workspace.Root, ".pluginhost", "crashes");
        File.WriteAllText(Directory.GetFiles(folder).Single(), text);
        File.WriteAllText(Path.Combine(folder, "left-out.json"), text);
        File.WriteAllText(Path.Combine(folder, "something-else"), text);

        workspace.Engine.UncleanEnds.ShouldBeEmpty();

        workspace.Engine.Plugins.Usable.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_Leave_The_Files_Of_A_Process_Alone_That_Lives()
    {
        await using var workspace = Two();
        await workspace.DoAsync("guest.deep");
        var folder = Path.Combine(workspace.Root, ".pluginhost", "crashes");
        var slot = Directory.GetFiles(folder).ShouldHaveSingleItem();

        await ((EngineOpened)workspace.TryOpen()).Engine.DisposeAsync();

        File.Exists(slot).ShouldBeTrue();
        await workspace.Engine.DisposeAsync();
        File.Exists(slot).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Run_Guests_And_Say_Why_Nothing_Will_Be_Known_When_The_Folder_Cannot_Be_Made()
    {
        await using var workspace = Two();
        Directory.CreateDirectory(Path.Combine(workspace.Root, ".pluginhost"));
        File.WriteAllText(Path.Combine(workspace.Root, ".pluginhost", "crashes"), "a file");

        (await workspace.DoAsync("other.say")).ShouldBe((Value)"hello");

        workspace.Engine.Output.Lines.ShouldHaveSingleItem().Text.ShouldStartWith("Which plugin ends the program, should one do so, will not be known: ");
    }
}
