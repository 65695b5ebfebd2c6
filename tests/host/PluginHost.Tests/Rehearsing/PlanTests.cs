using System.Text.RegularExpressions;

namespace PluginHost.Tests.Rehearsing;

/// <summary><c>rehearse --plan</c> and <c>run --plan</c>: what is certain is done as it was planned, and nothing goes beyond the rest.</summary>
public sealed class PlanTests
{
    // Two posts that are certain, and one, after a look at what people do, that is not.
    private const string Script = """
        var post = await Publish.On("@telco", "One.").On("@telco_nb", "En.");
        await Publish.Now("@telco", Args.Count > 1 ? Args[1] : "Two.");
        await foreach (var reply in post.Replies.For(Seconds(0))) { }
        if (Args.Count > 0)
            await Publish.Now(Args[0], "Three.");
        """;

    [Fact]
    public async Task Should_Do_What_Is_Certain_And_Say_That_All_Went_As_Planned()
    {
        // Given
        using var place = await PlaceAsync("@telco_help");

        // When
        var end = await place.RunAsync("run", "--plan", "plan.json");

        // Then
        end.ExitCode.ShouldBe(0, end.ToString());
        end.Errors.ShouldContain("@telco_help: 1 of at most 7 posts more, 0 of at most 0 answers");
        end.Errors.ShouldContain("All went as planned.");
        (await place.TimelineAsync()).ShouldBe(["@telco: One.", "@telco_nb: En.", "@telco: Two.", "@telco_help: Three."], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Do_A_Plan_Once_Unless_It_Is_Done_Anew()
    {
        // Given
        using var place = await PlaceAsync();
        (await place.RunAsync("run", "--plan", "plan.json")).ExitCode.ShouldBe(0);

        // When
        var again = await place.RunAsync("run", "--plan", "plan.json");

        // Then
        again.ExitCode.ShouldBe(2);
        again.Complaints.ShouldStartWith("pluginhost: This plan was done at ");
        again.Complaints.ShouldEndWith(", by run 1 of planned. Nothing was done now; --fresh does it again.");
        (await place.TimelineAsync()).Count.ShouldBe(3);
        (await place.RunAsync("run", "--plan", "plan.json", "--fresh")).ExitCode.ShouldBe(0);
        (await place.TimelineAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Should_Go_On_With_A_Plan_That_Was_Interrupted_And_Do_It_Once()
    {
        // Given: an answer that nobody gives ends the run between the two posts.
        using var place = new ProgramPlace();
        place.Write("planned.csx", "await Publish.Now(\"@telco\", \"One.\");\nawait Ask.ForText(\"Go on?\");\nawait Publish.Now(\"@telco\", \"Two.\");");
        (await place.RehearseAsync("planned.csx", "--answer", "Go on=yes", "--plan", "plan.json")).ShouldBeDone();
        (await place.RunAsync("run", "--plan", "plan.json")).ExitCode.ShouldBe(1);

        // When
        var resumed = await place.BashAsync("echo yes | pluginhost run --plan plan.json");
        var again = await place.BashAsync("echo yes | pluginhost run --plan plan.json");

        // Then
        resumed.ExitCode.ShouldBe(0, resumed.ToString());
        resumed.Errors.ShouldContain("All went as planned.");
        again.ExitCode.ShouldBe(2, again.ToString());
        again.Errors.ShouldContain("by run 1 of planned");
        (await place.TimelineAsync()).ShouldBe(["@telco: One.", "@telco: Two."], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Stop_At_What_Is_Beyond_And_Say_What_Differed()
    {
        // Given: nobody but two profiles speaks in the plan.
        using var place = await PlaceAsync();
        Edit(place, "\"args\": []", "\"args\": [\"@telco_help\"]");

        // When
        var end = await place.RunAsync("run", "--plan", "plan.json");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("This is beyond the plan: @telco_help says nothing in the plan, and would say \"Three.\".");
        end.Errors.ShouldContain("Not published, beyond the plan: @telco_help");
        (await place.TimelineAsync()).ShouldBe(["@telco: One.", "@telco_nb: En.", "@telco: Two."], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Not_Say_Other_Than_What_Was_Certain()
    {
        // Given
        using var place = await PlaceAsync();
        Edit(place, "\"args\": []", "\"args\": [\"@telco\", \"Twice.\"]");

        // When
        var end = await place.RunAsync("run", "--plan", "plan.json");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("was planned as @telco \"Two.\", and would say @telco \"Twice.\"");
        (await place.TimelineAsync()).ShouldBe(["@telco: One.", "@telco_nb: En."], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Refuse_A_Plan_Whose_Script_Was_Changed()
    {
        using var place = await PlaceAsync();
        place.Write("planned.csx", Script + "\n// Changed.");

        (await place.RunAsync("run", "--plan", "plan.json")).ShouldComplain(
            2, "pluginhost: The plan is out of date: planned.csx was changed since it was rehearsed. Rehearse again, and run the new plan.");
    }

    [Fact]
    public async Task Should_Refuse_A_Plan_Whose_Days_Have_Passed()
    {
        using var place = await PlaceAsync();
        Edit(place, "\"day\": \"[^\"]*\"", "\"day\": \"2020-01-02\"");

        (await place.RunAsync("run", "--plan", "plan.json")).ShouldComplain(
            2, "pluginhost: The plan is out of date: its last run was to be on 2020-01-02. Rehearse again, and run the new plan.");
    }

    [Fact]
    public async Task Should_Refuse_A_Plan_Whose_Profile_Is_Gone()
    {
        using var place = await PlaceAsync();
        place.Write("plugins.yaml", Regex.Replace(ProgramPlace.FourProfiles, ".*@telco_nb.*\n", ""));

        (await place.RunAsync("run", "--plan", "plan.json")).ShouldComplain(
            2, "pluginhost: The plan is out of date: the profile @telco_nb is gone. Rehearse again, and run the new plan.");
    }

    [Theory]
    [InlineData("[^z]*", "nonsense", "is no plan: line 1 is not what a plan has there")]
    [InlineData("\"version\": 1", "\"version\": 9", "is of version 9, and this program knows version 1")]
    [InlineData("\"version\": 1", "\"version\": \"one\"", "is no plan: it has no version")]
    [InlineData("\"script\": [^,]*,", "", "is no plan: line ")]
    public async Task Should_Refuse_What_Is_No_Plan(string what, string by, string message)
    {
        using var place = await PlaceAsync();
        Edit(place, what, by);

        var end = await place.RunAsync("run", "--plan", "plan.json");

        end.ExitCode.ShouldBe(2);
        end.Complaints.ShouldContain(message);
    }

    [Fact]
    public async Task Should_Make_No_Plan_Of_What_Went_Wrong()
    {
        using var place = new ProgramPlace();
        place.Write("planned.csx", "throw new InvalidOperationException(\"no\");");

        var end = await place.RehearseAsync("planned.csx", "--plan", "plan.json");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("There is no plan: the rehearsal did not go as it should.");
        place.Has("plan.json").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Want_A_Script_Or_A_Plan()
    {
        using var place = new ProgramPlace();

        (await place.RunAsync("run")).ShouldComplain(2, "pluginhost: \"run\" needs a script: pluginhost run SCRIPT [args …]. The script is a .csx file.");
    }

    private static async Task<ProgramPlace> PlaceAsync(params string[] args)
    {
        var place = new ProgramPlace();
        place.Write("planned.csx", Script);
        (await place.RehearseAsync(["planned.csx", .. args, "--plan", "plan.json"])).ShouldBeDone();
        return place;
    }

    private static void Edit(ProgramPlace place, string what, string by)
    {
        var plan = File.ReadAllText(Path.Combine(place.Root, "plan.json"));
        what = what.StartsWith('"') && what.Contains("[]") ? Regex.Escape(what) : what;
        var edited = new Regex(what).Replace(plan, by, 1);
        edited.ShouldNotBe(plan);
        place.Write("plan.json", edited);
    }
}
