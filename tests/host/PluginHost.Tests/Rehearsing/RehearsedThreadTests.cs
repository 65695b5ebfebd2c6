namespace PluginHost.Tests.Rehearsing;

/// <summary>Threads, and the rules of the networks that profiles are really on, in rehearsals and plans.</summary>
public sealed class RehearsedThreadTests
{
    private const string OnX = """
        plugins:
          posting:
          rehearsal:
        profiles:
          "@telco": { network: x, language: en }

        """;

    [Fact]
    public async Task Should_Count_As_The_Network_Does_That_A_Profile_Is_On()
    {
        using var place = new ProgramPlace(OnX);
        place.Write("long.csx", "await Publish.Now(\"@telco\", new string('日', 141));");

        var end = await place.RehearseAsync("long.csx", "--from", RehearsalPlace.From);

        end.ExitCode.ShouldBe(1);
        end.ToString().ShouldContain("282 of 280 characters");
    }

    [Fact]
    public async Task Should_Hold_A_Thread_To_Every_Part_That_Was_Planned()
    {
        using var place = new ProgramPlace();
        place.Write("planned.csx", "await Publish.On(\"@telco\", \"One.\").Then(Args.Count > 0 ? Args[0] : \"Two.\").Then(\"Three.\");");
        (await place.RehearseAsync("planned.csx", "--plan", "plan.json")).ShouldBeDone();
        File.ReadAllText(Path.Combine(place.Root, "plan.json")).ShouldContain("One.\\n+ Two.\\n+ Three.");
        var plan = File.ReadAllText(Path.Combine(place.Root, "plan.json"));

        place.Write("plan.json", plan.Replace("\"args\": []", "\"args\": [\"Other.\"]", StringComparison.Ordinal));
        (await place.RunAsync("run", "--plan", "plan.json")).Errors.ShouldContain("This is beyond the plan");
        place.Write("plan.json", plan);
        (await place.RunAsync("run", "--plan", "plan.json", "--fresh")).Errors.ShouldContain("All went as planned.");
    }

    [Fact]
    public async Task Should_Publish_Every_Part_Once_However_Often_The_Script_Is_Run()
    {
        using var place = new ProgramPlace();
        place.Write("thread.csx", """
            var post = await Publish.Thread("@telco", string.Join(" ", Enumerable.Repeat("Come and see the offers.", 30))).Numbered();
            Say($"{post.Targets[0].Parts.Count} parts");
            """);

        (await place.RunAsync("run", "thread.csx")).ShouldBeDone().Output.ShouldContain("3 parts");

        (await place.OutboxAsync()).ShouldBe(["@telco sent", "@telco sent", "@telco sent"]);
        (await place.TimelineAsync()).Count.ShouldBe(3);
    }
}
