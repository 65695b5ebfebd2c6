namespace PluginHost.Tests.CommandLine;

/// <summary>The REPL over a pipe. What it does with an entry has its tests with the engine.</summary>
public sealed class ReplTests
{
    [Fact]
    public async Task Should_Print_What_Comes_Of_It_And_Nothing_Else()
    {
        using var place = new ProgramPlace();

        var end = await place.BashAsync("echo '1+1' | pluginhost repl");

        end.ShouldBeDone().Output.ShouldBe("2\n");
        end.Errors.ShouldBe("");
    }

    [Fact]
    public async Task Should_Keep_What_Was_Declared_And_Show_What_Is_In_It()
    {
        using var place = new ProgramPlace();
        place.Write("menu.csv", "flavour,price\nfig,3\nlime,4\n");

        var end = await PipeAsync(place, """
            record Cone(string Flavour, int[] Scoops);
            var cone = new Cone("fig", new[] { 1, 2 });
            cone
            Csv.Read("menu.csv")
            "as it is"
            null
            await Run("posting.outbox")
            """);

        end.ShouldBeDone().Output.ShouldBe("""
            ├─ Flavour: fig
            └─ Scoops
               ├─ 1
               └─ 2
            Flavour  Price
            fig      3
            lime     4
            as it is
            Nothing yet.

            """);
    }

    [Fact]
    public async Task Should_Take_An_Entry_Of_Several_Lines()
    {
        using var place = new ProgramPlace();

        (await PipeAsync(place, "int Twice(int n)\n{\n    return 2 * n;\n}\nTwice(\n21)")).ShouldBeDone().Output.ShouldBe("42\n");
    }

    [Fact]
    public async Task Should_Go_On_After_An_Error_And_End_With_1()
    {
        using var place = new ProgramPlace();

        var end = await PipeAsync(place, "Sayy();\n2");

        end.ExitCode.ShouldBe(1);
        end.Output.ShouldBe("2\n");
        end.Errors.ShouldBe("#1(1,1): error CS0103: The name 'Sayy' does not exist in the current context. Did you mean \"Say\"? \"pluginhost globals\" lists what every script has.\nSayy();\n");
    }

    [Fact]
    public async Task Should_Say_What_Is_Missing_Where_The_Input_Ends_Too_Soon()
    {
        using var place = new ProgramPlace();

        var end = await PipeAsync(place, "Say(\"x\"");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("#1(1,8): error CS1026");
    }

    [Fact]
    public async Task Should_Leave_Where_It_Is_Told_To_And_Not_Remember_What_A_Pipe_Says()
    {
        using var place = new ProgramPlace();

        (await PipeAsync(place, "1\n:quit\n2")).ShouldBeDone().Output.ShouldBe("1\n");

        Directory.Exists(Path.Combine(place.Home, "history")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Print_Json_A_Line_Each()
    {
        using var place = new ProgramPlace();

        (await PipeAsync(place, "new { a = 1 }\nSay(\"aside\");\n\"x\"", "--json")).ShouldComplain(0, "aside").Output.ShouldBe("{\"a\":1}\n\"x\"\n");
    }

    [Fact]
    public async Task Should_Draw_What_A_Terminal_Would_Obey_As_A_Sign()
    {
        using var place = new ProgramPlace();

        (await PipeAsync(place, "new[] { \"\\u001b[31m\" }")).ShouldBeDone().Output.ShouldBe("└─ ␛[31m\n");
    }

    [Fact]
    public async Task Should_Publish_What_Is_Entered_Once()
    {
        using var place = new ProgramPlace();

        (await PipeAsync(place, "await Publish.Now(\"@telco\", \"Hello.\");")).ShouldBeDone();
        (await PipeAsync(place, "await Publish.Now(\"@telco\", \"Hello.\");")).ShouldBeDone();

        (await place.OutboxAsync()).ShouldBe(["@telco sent", "@telco sent"]);
    }

    private static Task<ProgramEnd> PipeAsync(ProgramPlace place, string entered, string options = "")
    {
        place.Write("entered.txt", entered + "\n");
        return place.BashAsync($"pluginhost repl {options} < entered.txt");
    }
}
