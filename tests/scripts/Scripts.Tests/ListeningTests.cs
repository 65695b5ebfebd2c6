namespace PluginHost.Scripts.Tests;

/// <summary><c>listener-without-a-name.csx</c> and <c>lists-and-mutes.csx</c>, and what stands behind the first: a profile that only listens.</summary>
public sealed class ListeningTests
{
    [Theory]
    [InlineData("posting.publish", "text=Hello")]
    [InlineData("posting.plan", "text=Hello", "at=2030-01-01 12:00")]
    public async Task Should_Never_Send_By_A_Profile_That_Only_Listens(string command, params string[] arguments)
    {
        // Given
        using var place = Repository.Copy();

        // When
        var end = await place.RunAsync(["do", command, "profile=@quiet", .. arguments]);

        // Then
        end.ExitCode.ShouldNotBe(0);
        end.Errors.ShouldContain("@quiet: The profile only listens and can never send");
        (await place.OutboxAsync()).ShouldAllBe(target => !target.EndsWith(" sent"));
    }

    [Fact]
    public async Task Should_Show_The_Place_Of_An_Error_In_A_Query_On_The_Command_Line_And_In_A_Script()
    {
        // Given
        using var place = Repository.Copy();
        place.Write("scripts/wrong.csx", "// wrong\nawait foreach (var match in Listen(\"acme AND (slow OR\")) Say(match.Text);\n");

        // When
        var command = await place.RunAsync("do", "listening.add", "name=acme", "query=acme AND (slow OR");
        var script = await place.RunAsync("run", "scripts/wrong.csx");

        // Then
        command.ExitCode.ShouldNotBe(0);
        command.Errors.ShouldContain("  acme AND (slow OR\n                   ^");
        script.ExitCode.ShouldBe(1);
        script.Errors.ShouldContain("nothing follows OR");
    }

    [Fact]
    public async Task Should_Keep_What_Was_Muted_By_The_Script()
    {
        // Given
        using var place = Repository.Copy();

        // When
        (await place.RunAsync("run", "scripts/lists-and-mutes.csx", "00:00")).ShouldBeDone();
        var mutes = (await place.RunAsync("do", "listening.mutes", "--json")).ShouldBeDone().Json;
        var lists = (await place.RunAsync("do", "listening.lists", "--json")).ShouldBeDone().Json;

        // Then
        mutes.EnumerateArray().Single().GetProperty("who").GetString().ShouldBe("deals_daily");
        lists.EnumerateArray().Single().GetProperty("people").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task Should_Not_Take_For_Certain_What_Is_Said_After_Listening()
    {
        // Given: a plan in which one text was said, and another that is said in earnest.
        using var place = Repository.Copy();
        place.Write(
            "scripts/heard.csx",
            "// heard\nawait foreach (var match in Listen(\"telco\").For(Seconds(0))) { }\nawait Publish.Now(\"@telco\", Args.Count > 0 ? Args[0] : \"One.\");\n");
        (await place.RunAsync("rehearse", "scripts/heard.csx", "--plan", "plan.json")).ExitCode.ShouldBe(0);
        var plan = Path.Combine(place.Root, "plan.json");
        await File.WriteAllTextAsync(
            plan, (await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken)).Replace("\"args\": []", "\"args\": [\"Other.\"]"), TestContext.Current.CancellationToken);

        // When
        var end = await place.RunAsync("run", "--plan", "plan.json");

        // Then
        end.ExitCode.ShouldBe(0, end.ToString());
        end.Errors.ShouldContain("@telco: 1 of at most 7 posts more");
    }
}
