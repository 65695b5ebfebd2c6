using System.Text.Json;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.Rehearsing;

/// <summary><c>rehearse</c>: days pass in moments, the same way each time, and nothing is left of them.</summary>
public sealed class RehearseTests
{
    // Three profiles speak, one listens and answers, one plans for the day after.
    private const string Busy = """
        var post = await Publish.On("@telco", "Is anybody there?").On("@telco_help", "Ask us.").On("@telco_nb", "Hei.");
        await Publish.On("@telco_offers", $"Written at {Now:HH:mm}, for later.").At(Now.AddHours(30));
        var answers = 0;
        await foreach (var reply in post.Replies.Until(Now.AddHours(40)))
            await reply.Answer($"@{reply.Handle} You are number {++answers}.");

        Say($"{answers} answers.");
        Expect.Posts("@telco", 1);
        Expect.Posts("@telco_offers", 1);
        Expect.That(answers > 0, "somebody asks");
        """;

    [Fact]
    public async Task Should_Give_The_Same_Bytes_For_The_Same_Seed()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("busy.csx", Busy);

        // When
        var first = await place.RehearseAsync("busy.csx", "--from", RehearsalPlace.From, "--days", "3", "--seed", "7", "--json", "--html", "../first.html");
        var second = await place.RehearseAsync("busy.csx", "--from", RehearsalPlace.From, "--days", "3", "--seed", "7", "--json", "--html", "../second.html");
        var other = await place.RehearseAsync("busy.csx", "--from", RehearsalPlace.From, "--days", "3", "--seed", "8", "--json");

        // Then
        first.ShouldBeDone();
        second.Output.ShouldBe(first.Output);
        File.ReadAllText(Path.Combine(place.Root, "../second.html")).ShouldBe(File.ReadAllText(Path.Combine(place.Root, "../first.html")));
        other.Output.ShouldNotBe(first.Output);
        var timeline = first.Json.GetProperty("timeline").EnumerateArray().ToList();
        timeline.Count(post => post.GetProperty("answers").ValueKind == JsonValueKind.String).ShouldBeGreaterThan(0);
        timeline.ShouldContain(post => post.GetProperty("profile").GetString() == "@telco_offers" && post.GetProperty("at").GetString()!.StartsWith("2026-12-02"));
    }

    [Fact]
    public async Task Should_Show_What_The_Script_Said_And_Of_Much_The_Newest()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("talks.csx", "for (var i = 1; i <= 23; i++) Say($\"line {i}\");\nSay(\"<b>\\u001b[31m\");");

        // When
        var end = await place.RehearseAsync("talks.csx", "--from", RehearsalPlace.From, "--html", "page.html");

        // Then
        end.ShouldBeDone().Output.ShouldContain("\n  … and 4 more before\n  09:00:00  says: line 5\n  09:00:00  says: line 6\n");
        end.Output.ShouldContain("  09:00:00  says: line 23\n  09:00:00  says: <b>␛[31m\n");
        end.Output.ShouldNotContain("says: line 4\n");
        var page = File.ReadAllText(Path.Combine(place.Root, "page.html"));
        page.ShouldContain("… and 4 more before");
        page.ShouldContain(">line 5</td>");
        page.ShouldNotContain(">line 4</td>");
        page.ShouldContain("&lt;b&gt;␛[31m");
    }

    [Fact]
    public async Task Should_Leave_Nothing_In_The_Workspace_And_Nowhere_Else()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("busy.csx", Busy);
        (await place.RunAsync("do", "posting.publish", "profile=@telco", "text=In earnest.")).ShouldBeDone();
        (await place.RehearseAsync("busy.csx")).ExitCode.ShouldBe(0);
        var before = place.Fingerprint();

        // When
        var end = await place.RehearseAsync("busy.csx", "--from", RehearsalPlace.From, "--days", "2");

        // Then
        end.ShouldBeDone().Output.ShouldContain("began with a copy of the workspace's store");
        place.Fingerprint().ShouldBe(before);
        (await place.TimelineAsync()).ShouldBe(["@telco: In earnest."]);
        Directory.EnumerateFileSystemEntries(RehearsalPlace.TempOf(place)).ShouldNotContain(entry => entry.Contains("pluginhost-rehearsal"));
    }

    [Fact]
    public async Task Should_Show_The_Place_And_What_Was_Said_So_Far_Where_A_Script_Throws()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("throws.csx", """
            await foreach (var now in Every(Hours(24)))
            {
                await Publish.Now("@telco", $"Day {now.Day}");
                if (now.Day == 3)
                    throw new InvalidOperationException("three is too many");
            }
            """);

        // When
        var end = await place.RehearseAsync("throws.csx", "--from", RehearsalPlace.From, "--days", "10");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain("Day 1");
        end.Output.ShouldContain("Day 3");
        end.Output.ShouldNotContain("Day 4");
        end.Output.ShouldContain("throws.csx(5): InvalidOperationException: three is too many");
    }

    [Theory]
    [InlineData("await Wait(Hours(24 * 400));")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("await foreach (var now in Every(Hours(1))) { }")]
    public async Task Should_Stop_What_Has_No_End_At_The_End_Of_The_Days(string script)
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("endless.csx", $"await Publish.Now(\"@telco\", \"Hello.\");\n{script}");

        // When
        var end = await place.RehearseAsync("endless.csx", "--from", RehearsalPlace.From, "--days", "30");

        // Then
        end.Output.ShouldContain("Hello.");
        end.Output.ShouldMatch("2026-12-31 00:00: it (had no end within the days, and was stopped|waits for something that never comes, and did not stop)");
    }

    [Theory]
    [InlineData("--from", "yesterday", "--from yesterday: that is no day. Write it as 2")]
    [InlineData("--from", "2026-02-30", "--from 2026-02-30: that is no day.")]
    [InlineData("--days", "0", "--days 0: take a whole number from 1 to 366.")]
    [InlineData("--days", "10000", "--days 10000: take a whole number from 1 to 366.")]
    [InlineData("--days", "many", "--days many: take a whole number from 1 to 366.")]
    [InlineData("--answer", "yes", "--answer yes: write a part of the question, =, and the answer")]
    public async Task Should_Refuse_What_Cannot_Be_Meant(string option, string value, string message)
    {
        using var place = new ProgramPlace();
        place.Write("any.csx", "Say(\"never\");");

        var end = await place.RehearseAsync("any.csx", option, value);

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldStartWith($"pluginhost: {message}");
        end.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Answer_Questions_With_What_Was_Given_And_Say_Which_Is_Missing()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("asks.csx", """
            var city = await Ask.ForText("Which city?");
            if (await Ask.ForConfirm($"Really {city}?"))
                await Publish.Now("@telco", $"Hello {city}.");
            """);

        // When
        var answered = await place.RehearseAsync("asks.csx", "--answer", "city=Oslo", "--answer", "really=yes");
        var unanswered = await place.RehearseAsync("asks.csx", "--answer", "really=yes");

        // Then: the first answer whose part is in the question counts.
        answered.ShouldBeDone().Output.ShouldContain("Hello Oslo.");
        unanswered.ExitCode.ShouldBe(1);
        unanswered.Output.ShouldContain("\"Which city?\" is asked, and nobody is there in a rehearsal. Give the answer: --answer");
    }

    [Fact]
    public async Task Should_Keep_A_Listening_Profile_From_Sending()
    {
        using var place = new ProgramPlace("""
            plugins: { posting: , rehearsal: }
            profiles:
              "@quiet": { network: rehearsal, purpose: listening }
            """);
        place.Write("speaks.csx", "await Publish.Now(\"@quiet\", \"Not a word.\");");

        var end = await place.RehearseAsync("speaks.csx");

        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain("Nothing was posted.");
        end.Output.ShouldContain("The profile only listens and can never send.");
    }

    [Fact]
    public async Task Should_Move_Every_Profile_To_The_Rehearsal_Network()
    {
        using var place = new ProgramPlace("""
            plugins: { posting: , rehearsal: }
            profiles:
              "@shop": { network: bluesky, handle: shop.example }
            """);
        place.Write("speaks.csx", "await Publish.Now(\"@shop\", \"Nobody outside hears it.\");");

        (await place.RehearseAsync("speaks.csx")).ShouldBeDone().Output.ShouldContain("Nobody outside hears it.");
    }

    [Fact]
    public async Task Should_Say_What_Is_Missing_Where_There_Is_Nowhere_To_Rehearse()
    {
        using var place = new ProgramPlace("plugins: { posting: }");
        place.Write("any.csx", "Say(\"never\");");

        var end = await place.RehearseAsync("any.csx");

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldContain("There is nowhere to rehearse");
        end.Errors.ShouldContain("Add \"rehearsal:\" under plugins:");
    }

    [Fact]
    public async Task Should_Fail_Where_Something_Waits_By_Another_Clock()
    {
        // Given: what is refused in scripts, a plugin can still do.
        using var place = new ProgramPlace("plugins:\n  guest: { path: ../plugins/guest }\n  posting:\n  rehearsal:\n");
        TestPlugin.Write(place.Plugins, "guest", """
            public sealed class Guest : Plugin
            {
                private System.Threading.Timer _timer;

                [Command("guest.tick", "Guest: Tick")]
                public void Tick() => _timer = new System.Threading.Timer(_ => { }, null, 60_000, 60_000);
            }
            """);
        place.Write("raw.csx", "await Run(\"guest.tick\");\nawait Wait(Minutes(5));");

        // When
        var end = await place.RehearseAsync("raw.csx");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Output.ShouldContain("Something waits by the machine's clock");
    }
}
