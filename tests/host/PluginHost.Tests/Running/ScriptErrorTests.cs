namespace PluginHost.Tests.Running;

/// <summary>Scripts that are wrong or go wrong: file, line and source are told.</summary>
public sealed class ScriptErrorTests
{
    [Fact]
    public async Task Should_Show_What_Does_Not_Compile_And_Run_Nothing_Of_It()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            Say("before");
            Sayy("hello");
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: a.csx(2,1): error CS0103: The name 'Sayy' does not exist in the current context. Did you mean "Say"? "pluginhost globals" lists what every script has.
            Sayy("hello");
            """).Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Show_What_Does_Not_Compile_In_A_Loaded_File()
    {
        using var place = new ProgramPlace();
        place.Write("scripts/lib/words.csx", "int Bad() => \"x\";");
        place.Write("scripts/a.csx", """
            #load "lib/words.csx"
            Say("never");
            """);

        (await place.RunAsync("run", "scripts/a.csx")).ShouldComplain(1, """
            pluginhost: scripts/lib/words.csx(1,14): error CS0029: Cannot implicitly convert type 'string' to 'int'
            int Bad() => "x";
            """);
    }

    [Fact]
    public async Task Should_Show_Where_A_Script_Threw()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            Say("before");

            throw new InvalidOperationException("no cream");
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: a.csx(3): InvalidOperationException: no cream
            throw new InvalidOperationException("no cream");
            """).Output.ShouldBe("before\n");
    }

    [Fact]
    public async Task Should_Let_No_Text_Of_An_Error_Drive_A_Terminal()
    {
        using var place = new ProgramPlace();
        place.Write("throws.csx", "throw new InvalidOperationException(\"oops \\u001b[31m red\");");
        place.Write("wrong.csx", "#error oops \u001b[31m red");
        place.Write("asks.csx", "await Ask.ForText(\"oops \\u001b[31m red\");");

        foreach (var script in new[] { "throws.csx", "wrong.csx", "asks.csx" })
        {
            var end = await place.RunAsync("run", script);

            end.ExitCode.ShouldBe(1, script);
            end.Errors.ShouldContain("oops ␛[31m red");
            end.Errors.ShouldNotContain("\u001b");
        }
    }

    [Theory]
    [InlineData("run")]
    [InlineData("rehearse")]
    public async Task Should_Say_An_Empty_Line_Where_A_Script_Says_Nothing(string verb)
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", "string nothing = null; Say(nothing); Notify(nothing); Value none = null; Say(none); Say(\"after\");");

        var end = await place.RunAsync(verb, "a.csx", "--json");

        end.ExitCode.ShouldBe(0, end.ToString());
        $"{end.Output}{end.Errors}".ShouldContain("after");
    }

    [Fact]
    public async Task Should_Show_Where_A_Loaded_File_Threw()
    {
        using var place = new ProgramPlace();
        place.Write("lib.csx", """
            // What the shop can do.
            void Freeze() => throw new InvalidOperationException("no cream");
            """);
        place.Write("a.csx", """
            #load "lib.csx"
            Freeze();
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: lib.csx(2): InvalidOperationException: no cream
            void Freeze() => throw new InvalidOperationException("no cream");
            """);
    }

    [Fact]
    public async Task Should_Name_A_Forgotten_Await()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", "Publish.Now(\"@telco\", \"hi\");");

        var end = await place.RunAsync("run", "a.csx");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldStartWith("pluginhost: a.csx(1,1): error CS4014: This is not awaited");
        end.Errors.ShouldEndWith("Publish.Now(\"@telco\", \"hi\");\n");
        (await place.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_Which_Placeholder_Is_Empty_And_Send_Nothing()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            var (flavour, price) = ("Fig", "");
            await Publish.Now("@telco", $"Today: {flavour} for {price}.");
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: a.csx(2): "Today: Fig for ." was not published: placeholder 2 is empty.
            await Publish.Now("@telco", $"Today: {flavour} for {price}.");
            """);
        (await place.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Send_To_None_Of_Four_Where_One_Text_Is_Too_Long()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", """
            var post = Publish.On("@telco", "One.").On("@telco_help", "Two.").On("@telco_offers", new string('x', 301)).On("@telco_nb", "Fire.");
            await post;
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: a.csx(2): Nothing was published, on any profile:
              @telco_offers: 301 of 300 characters; 1 too many
            await post;
            """);
        (await place.TimelineAsync()).ShouldBeEmpty();
        (await place.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_Which_Profile_A_Script_Does_Not_Have()
    {
        using var place = new ProgramPlace();
        place.Write("a.csx", "await Publish.On(\"@telco\", \"One.\").On(\"@telco_hulp\", \"Two.\");");

        (await place.RunAsync("run", "a.csx")).ShouldComplain(1, """
            pluginhost: a.csx(1): There is no profile "@telco_hulp" in plugins.yaml. Did you mean "@telco_help"? "pluginhost profiles" lists them.
            await Publish.On("@telco", "One.").On("@telco_hulp", "Two.");
            """);
        (await place.OutboxAsync()).ShouldBeEmpty();
    }
}
