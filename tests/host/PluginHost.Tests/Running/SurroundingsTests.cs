namespace PluginHost.Tests.Running;

/// <summary>What the system around the program does not give: rights, a home, somebody who reads or answers.</summary>
public sealed class SurroundingsTests
{
    // Nobody: no name, no home, no rights.
    private static readonly string[] Stranger = ["--reuid", "54321", "--regid", "54321", "--clear-groups"];

    [Fact]
    public async Task Should_Say_That_The_Workspace_Cannot_Be_Written_To()
    {
        using var place = new ProgramPlace();
        SkipUnlessStrangersCan(place);

        var write = await RunAsStrangerAsync(place, "do", "posting.publish", "profile=@telco", "text=hi");
        var read = await RunAsStrangerAsync(place, "profiles", "--json");

        write.ShouldComplain(
            1,
            $"pluginhost: The workspace's store cannot be opened: Access to the path '{place.Root}/.pluginhost' is denied. ({place.Root}/.pluginhost/store.db)");
        read.ShouldBeDone().Json.GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Should_Say_That_The_Store_Cannot_Be_Written_To()
    {
        using var place = new ProgramPlace();
        SkipUnlessStrangersCan(place);
        (await place.RunAsync("do", "posting.publish", "profile=@telco", "text=first")).ShouldBeDone();

        var write = await RunAsStrangerAsync(place, "do", "posting.publish", "profile=@telco", "text=second");

        write.ShouldComplain(
            1,
            $"pluginhost: The workspace's store cannot be written to. Check who owns the file and its folder. ({place.Root}/.pluginhost/store.db)");
        (await place.TimelineAsync()).ShouldBe(["@telco: first"]);
    }

    [Fact]
    public async Task Should_Work_Without_A_Home()
    {
        using var place = new ProgramPlace();
        SkipUnlessStrangersCan(place);
        place.Write("a.csx", "Say(\"hello\");");

        (await RunAsStrangerAsync(place, "run", "a.csx")).ShouldBeDone().Output.ShouldBe("hello\n");
        Directory.EnumerateFileSystemEntries(place.Root).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_Not_Mind_A_Reader_That_Has_Left()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            for (var i = 0; i < 20_000; i++)
                Say($"line {i}");

            await Publish.Now("@telco", "done all the same");
            """);

        var end = await place.BashAsync("pluginhost run a.csx | head -1; echo ${PIPESTATUS[0]}");

        end.ShouldBeDone().Output.ShouldBe("line 0\n0\n");
        (await place.TimelineAsync()).ShouldBe(["@telco: done all the same"]);
    }

    [Fact]
    public async Task Should_Take_Answers_From_The_Input()
    {
        using var place = AskingPlace();
        await using var run = place.Start("run", "ask.csx");
        await run.Input.WriteAsync("Kari\nblue\n2\ny\n");

        var end = await run.EndAsync();

        end.ExitCode.ShouldBe(0);
        end.Output.ShouldBe("Kari likes green: True\n");
        end.Errors.ShouldContain("\"blue\" is none of these. Answer with a number or a name; an empty line answers nothing.\n");
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Answers()
    {
        using var place = AskingPlace();

        var end = await place.RunAsync("run", "ask.csx");

        end.ShouldComplain(1, """
            pluginhost: ask.csx(1): "Who?" was asked, and nobody is there to answer. Run it in a terminal, or pipe the answers in.
            var name = await Ask.ForText("Who?");
            """).Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Take_A_Question_Back_On_Ctrl_C()
    {
        using var place = AskingPlace();
        await using var run = place.Start("run", "ask.csx");
        await run.SaysAsync("Who?");

        run.Interrupt();
        await run.SaysAsync("Cancelled.");
        var end = await run.EndAsync();

        end.ShouldComplain(1, "Who? \npluginhost: Cancelled.").Output.ShouldBe("");
    }

    private static ProgramPlace AskingPlace()
    {
        var place = new ProgramPlace();
        place.Write("ask.csx", """
            var name = await Ask.ForText("Who?");
            var colour = await Ask.ForChoice("Which colour?", "red", "green");
            Say($"{name} likes {colour}: {await Ask.ForConfirm("Sure?")}");
            """);
        return place;
    }

    private static void SkipUnlessStrangersCan(ProgramPlace place)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/setpriv"))
            Assert.Skip("Only root can run the program as somebody else, with setpriv.");

        // The folder above is the test's own, and closed to others.
        for (var folder = place.Root; OperatingSystem.IsLinux() && folder.Length > Path.GetTempPath().Length; folder = Path.GetDirectoryName(folder)!)
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
    }

    private static async Task<ProgramEnd> RunAsStrangerAsync(ProgramPlace place, params string[] arguments)
    {
        var start = place.InfoFor(place.Root, "setpriv", [.. Stranger, "dotnet", ProgramRun.Program, .. arguments]);
        foreach (var name in new[] { "HOME", "PLUGINHOST_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" })
            start.Environment.Remove(name);

        await using var run = ProgramRun.Start(start);
        return await run.EndAsync();
    }
}
