namespace PluginHost.Tests.CommandLine;

/// <summary>The verbs and what they answer: exit codes, streams, JSON.</summary>
public sealed class VerbTests
{
    [Fact]
    public async Task Should_Refuse_An_Unknown_Verb_In_One_Line()
    {
        using var place = new ProgramPlace();

        (await place.RunAsync("rum")).ShouldComplain(
            2,
            "pluginhost: There is no verb \"rum\". Did you mean \"run\"? "
            + "The verbs are new, run, rehearse, test, repl, do, check, serve, dev, campaigns, plugins, trust, profiles, vault, commands, globals, doctor, completion; \"pluginhost --help\" explains them.").Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Tell_Its_Version()
    {
        using var place = new ProgramPlace("");

        (await place.RunAsync("--version")).ShouldBeDone().Output.ShouldStartWith("0.1.0");
    }

    [Fact]
    public async Task Should_Explain_The_Verbs_Without_A_Workspace()
    {
        using var place = new ProgramPlace("");

        var help = (await place.RunAsync("--help")).ShouldBeDone().Output;

        help.ShouldContain("run <script> <args>");
        help.ShouldContain("do <command> <name=value>");
        help.ShouldContain("--workspace <DIR>");
        help.Split('\n').Length.ShouldBeLessThan(34);
    }

    [Fact]
    public async Task Should_Explain_A_Command()
    {
        using var place = new ProgramPlace();

        (await place.RunAsync("do", "posting.timeline", "--help")).ShouldBeDone().Output.ShouldBe("""
            Posting: Timeline: What was sent, newest first.

            Usage:
              pluginhost do posting.timeline [limit=20]

            Parameters:
              limit  How many posts? A whole number. Without it: 20.

            """);
    }

    [Fact]
    public async Task Should_Say_Where_A_Commands_Parameters_Are_Explained()
    {
        using var place = new ProgramPlace("");

        var help = (await place.RunAsync("do", "--help")).ShouldBeDone().Output;

        help.ShouldContain("\"pluginhost commands\" lists them with their parameters.");
        help.ShouldContain("\"pluginhost do COMMAND --help\" explains them.");
    }

    [Fact]
    public async Task Should_Show_What_There_Is_And_What_To_Try()
    {
        using var place = new ProgramPlace();
        place.Write("scripts/hello.csx", "Say(\"hello\");");

        var end = await place.RunAsync();

        end.ShouldComplain(0, "There is no screen, because what is typed comes from a file or a pipe. Start pluginhost in a terminal, with nothing before it and no \"<\" behind it.");
        end.Output.ShouldBe("""
            workspace

              plugins   posting, rehearsal
              profiles  @telco press, @telco_help support, @telco_offers offers, @telco_nb offers
              scripts   scripts/hello.csx

            Try next:
              pluginhost run scripts/hello.csx                     runs a campaign
              pluginhost do posting.approvals                      Posting: Approvals
              pluginhost commands                                  lists what plugins can do
              pluginhost --help                                    lists the verbs

            """);
    }

    [Fact]
    public async Task Should_Show_How_To_Begin_Where_No_Workspace_Is_And_Be_Right()
    {
        // Given
        using var place = new ProgramPlace("");

        // When
        var end = await place.RunAsync();

        // Then
        end.ExitCode.ShouldBe(2);
        end.Output.ShouldBe("");
        end.Errors.ShouldStartWith("pluginhost: Here is no workspace yet. This makes one, and says a first word in it:\n");

        // What it shows works as it stands.
        end.Errors.ShouldContain("\n  pluginhost new campaigns\n  cd campaigns\n  pluginhost run scripts/hello.csx\n");
        (await place.RunAsync("new", "campaigns")).ShouldBeDone();
        (await place.RunInAsync("campaigns", "run", "scripts/hello.csx")).ShouldBeDone();
    }

    [Fact]
    public async Task Should_Find_The_Workspace_Above_And_The_One_That_Is_Named()
    {
        using var place = new ProgramPlace("");
        place.Write("shop/plugins.yaml", "profiles: { \"@shop\": { network: rehearsal } }");
        place.Write("shop/campaigns/hello.csx", "Say(\"hello\");");

        var named = await place.RunAsync("profiles", "--workspace", "shop", "--json");
        var file = await place.RunAsync("profiles", "-w", "shop/plugins.yaml", "--json");
        var above = await place.RunInAsync("shop/campaigns", "run", "hello.csx");

        named.ShouldBeDone().Json[0].GetProperty("name").GetString().ShouldBe("@shop");
        file.ShouldBeDone().Json[0].GetProperty("name").GetString().ShouldBe("@shop");
        above.ShouldBeDone().Output.ShouldBe("hello\n");
    }

    [Fact]
    public async Task Should_Refuse_A_Workspace_That_Is_No_Folder()
    {
        using var place = new ProgramPlace();

        (await place.RunAsync("plugins", "-w", "shop")).ShouldComplain(2, "pluginhost: --workspace shop: there is no such folder.");
    }

    [Theory]
    [InlineData("plugins", "posting")]
    [InlineData("profiles", "@telco")]
    [InlineData("commands", "posting.alt")]
    [InlineData("doctor", "runtime")]
    public async Task Should_Print_Lists_As_Json(string verb, string first)
    {
        using var place = new ProgramPlace();

        var rows = (await place.RunAsync(verb, "--json")).ShouldBeDone().Json;

        rows[0].EnumerateObject().First().Value.GetString().ShouldBe(first);
    }

    [Fact]
    public async Task Should_Print_A_Scripts_Value_As_Json_And_Nothing_Else()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("menu.csv", "day,flavour\nMonday,Fig\n");
        place.Write("menu.csx", """
            Say("reading");
            var menu = Csv.Read("menu.csv");
            menu
            """);

        // When
        var end = await place.RunAsync("run", "menu.csx", "--json");

        // Then
        end.ExitCode.ShouldBe(0);
        end.Json[0].GetProperty("flavour").GetString().ShouldBe("Fig");
        end.Errors.ShouldBe("reading\n");
    }

    [Fact]
    public async Task Should_Print_A_Scripts_Records_As_A_Table()
    {
        using var place = new ProgramPlace();
        place.Write("menu.csv", "day,flavour\nMonday,Fig\nTuesday,Burnt Honey\n");
        place.Write("menu.csx", "Csv.Read(\"menu.csv\")");

        (await place.RunAsync("run", "menu.csx")).ShouldBeDone().Output.ShouldBe("""
            Day      Flavour
            Monday   Fig
            Tuesday  Burnt Honey

            """);
    }

    [Fact]
    public async Task Should_Hand_Arguments_To_A_Script_As_They_Are()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", "Say(string.Join('|', Args));");

        (await place.RunAsync("run", "a.csx", "@telco", "two words", "", "--", "--to", "الجمعة", "--json")).ShouldBeDone()
            .Output.ShouldBe("@telco|two words||--to|الجمعة|--json\n");
    }

    [Fact]
    public async Task Should_Keep_Arabic_From_The_Command_Line_To_The_Timeline()
    {
        const string Text = "اليوم: فستق وماء الورد. تعالوا مبكرًا!";
        using var place = new ProgramPlace();

        (await place.RunWithAsync([("LANG", "C"), ("LC_ALL", "C")], "do", "posting.publish", "profile=@telco", $"text={Text}")).ShouldBeDone();

        (await place.TimelineAsync()).ShouldBe([$"@telco: {Text}"]);
        (await place.RunWithAsync([("LANG", "C"), ("LC_ALL", "C")], "do", "posting.timeline")).ShouldBeDone().Output.ShouldContain($"  {Text}  ");
    }

    [Theory]
    [InlineData("Say(Args.Count.ToString());", "null\n", "3\n")]
    [InlineData("Stop(\"Questions first.\");", "null\n", "Stopped: Questions first.\n")]
    public async Task Should_Print_Null_As_Json_Where_A_Script_Gives_No_Value(string script, string output, string errors)
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", script);

        var end = await place.RunAsync("--json", "run", "a.csx", "one", "--", "--two", "three");

        (end.ExitCode, end.Output, end.Errors).ShouldBe((0, output, errors));
    }

    [Fact]
    public async Task Should_Tell_What_Doctor_Found_And_End_With_1()
    {
        // Given
        using var place = new ProgramPlace("""
            plugins:
              posting:
            profiles:
              "@telco": { network: rehersal }
            """);

        // When
        var end = await place.RunAsync("doctor", "--json");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldBe("");
        var profile = end.Json.EnumerateArray().Single(row => row.GetProperty("what").GetString() == "profile @telco");
        profile.GetProperty("state").GetString().ShouldBe("wrong");
        profile.GetProperty("detail").GetString().ShouldBe("no running plugin offers the network \"rehersal\".");
    }

    [Theory]
    [InlineData("posting.publis profile=@telco text=hi", "There is no command \"posting.publis\". Did you mean \"posting.publish\"? \"pluginhost commands\" lists them.")]
    [InlineData("posting.publish profile=@telko text=hi", "There is no profile \"@telko\" in plugins.yaml. Did you mean \"@telco\"? \"pluginhost profiles\" lists them.")]
    [InlineData("posting.publish profile=@telco", "posting.publish needs text (What is to be said?). Call it as: posting.publish profile=… text=…")]
    [InlineData("posting.timeline limt=3", "posting.timeline takes no \"limt\". Did you mean \"limit\"? Call it as: posting.timeline [limit=20]")]
    [InlineData("posting.timeline limit=few", "limit=few: posting.timeline wants a whole number there.")]
    [InlineData("posting.timeline limit=1 limit=2", "limit is given twice.")]
    [InlineData("posting.timeline 3", "\"3\" is no parameter. Write it as name=value, in quotes where the value has spaces.")]
    public async Task Should_Refuse_A_Command_That_Is_Called_Wrongly(string call, string message)
    {
        using var place = new ProgramPlace();

        (await place.RunAsync(["do", .. call.Split(' ')])).ShouldComplain(2, $"pluginhost: {message}").Output.ShouldBe("");
    }

    [Theory]
    [InlineData("flavours.csx", "There is no script \"flavours.csx\".")]
    [InlineData("scripts/flavour.csx", "There is no script \"scripts/flavour.csx\". Did you mean \"scripts/flavours.csx\"?")]
    [InlineData("scripts/flavours", "There is no script \"scripts/flavours\". Did you mean \"scripts/flavours.csx\"?")]
    [InlineData("scripts", "scripts is a folder. Name a script in it, a .csx file.")]
    [InlineData("plugins.yaml", "plugins.yaml is no script: scripts are .csx files.")]
    public async Task Should_Refuse_A_Script_That_Is_None(string script, string message)
    {
        using var place = new ProgramPlace();
        place.Write("scripts/flavours.csx", "Say(\"hello\");");

        (await place.RunAsync("run", script)).ShouldComplain(2, $"pluginhost: {message}").Output.ShouldBe("");
    }
}
