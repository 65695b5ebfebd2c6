using System.Globalization;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.Running;

/// <summary>Campaigns in the real program, each occurrence in a process of its own.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task Should_Start_A_Campaign_And_Show_What_It_Did()
    {
        // Given
        using var place = Place("campaigns: { steps: { script: steps.csx } }\n");

        // When
        var end = await place.RunAsync("campaigns", "start", "steps");

        // Then
        end.ShouldBeDone();
        StepWork.Done(place).ShouldBe(Enumerable.Range(1, 4).Select(step => $"steps 1 publish:steps.csx:3#{step}|step {step}"));
        var shown = (await place.RunAsync("campaigns", "show", "steps", "--json")).ShouldBeDone().Json;
        shown.GetProperty("occurrences")[0].GetProperty("state").GetString().ShouldBe("done");
        shown.GetProperty("journal").GetArrayLength().ShouldBe(4);
        shown.GetProperty("log").EnumerateArray().ShouldContain(line => line.GetProperty("says").GetString()!.StartsWith("begun ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Keep_What_Plugins_Do_For_A_Campaign_With_What_It_Says()
    {
        // Given
        using var place = new ProgramPlace($"{ProgramPlace.FourProfiles}campaigns: {{ greet: {{ script: greet.csx }} }}\n");
        place.Write("greet.csx", "Say(\"good morning\"); await Publish.Now(\"@telco\", \"Hello\");");

        // When
        (await place.RunAsync("campaigns", "start", "greet")).ExitCode.ShouldBe(0);

        // Then
        var log = (await place.RunAsync("campaigns", "show", "greet", "--json")).Json.GetProperty("log").EnumerateArray().Select(line => line.GetProperty("says").GetString()!).ToList();
        log.ShouldContain("good morning");
        log.ShouldContain(line => line.StartsWith("posting: @telco: post 1 is out: \"Hello\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Stop_At_The_Budget_And_Go_On_When_It_Is_Raised()
    {
        // Given
        using var place = Place("campaigns: { steps: { script: steps.csx, budget: 2 posts } }\n");

        // When
        var end = await place.RunAsync("campaigns", "start", "steps");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("The budget is 2 posts, and they are out");
        StepWork.Done(place).Count.ShouldBe(2);
        Write(place, "campaigns: { steps: { script: steps.csx, budget: 4 posts } }\n");
        (await place.RunAsync("campaigns", "resume", "steps")).ExitCode.ShouldBe(0);
        StepWork.Done(place).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Wait_For_A_Person_Where_The_Script_Was_Changed_In_Between()
    {
        // Given
        using var place = Place("campaigns: { steps: { script: steps.csx, budget: 2 posts } }\n");
        await place.RunAsync("campaigns", "start", "steps");
        Write(place, "campaigns: { steps: { script: steps.csx } }\n");
        place.Write("steps.csx", File.ReadAllText(Path.Combine(place.Root, "steps.csx")) + "\n// changed\n");

        // When
        var refused = await place.RunAsync("campaigns", "resume", "steps");

        // Then
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("\"pluginhost campaigns resume steps --changed\" goes on with the changed script");
        StepWork.Done(place).Count.ShouldBe(2);
        (await place.RunAsync("campaigns", "resume", "steps", "--changed")).ExitCode.ShouldBe(0);
        StepWork.Done(place).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Refuse_A_Start_While_Another_Runs_And_Say_Which()
    {
        // Given
        using var place = Place("campaigns: { slow: { script: slow.csx }, gone: { script: steps.csx } }\n");
        place.Write("slow.csx", "Say(\"begun\"); await Wait(Minutes(5));");
        await using var first = place.Start("campaigns", "start", "slow");
        await UntilAsync(async () => (await SaysAsync(place, "slow")).Count > 0);

        // When
        var second = await place.RunAsync("campaigns", "start", "slow");

        // Then
        second.ExitCode.ShouldBe(2);
        second.Errors.ShouldContain("slow 1, started by a person, is running since ");
        second.Errors.ShouldContain("stop it with \"pluginhost campaigns stop slow\"");
        (await OccurrencesAsync(place, "slow")).ShouldBe(["running"]);

        // And what is written wrong meanwhile keeps nobody from stopping it.
        Write(place, "campaigns: { slow: { script: slow.csx }, wrong: { script: steps.csx, at: 99:00 } }\n");
        (await place.RunAsync("campaigns", "stop", "slow")).ExitCode.ShouldBe(0);
        (await first.EndAsync()).Errors.ShouldContain("slow 1 waits for a person: stopped by a person");
    }

    [Fact]
    public async Task Should_Tell_Errors_Apart_From_What_The_Script_Says()
    {
        using var place = Place("campaigns: { bad: { script: bad.csx } }\n");
        place.Write("bad.csx", "Say(\"begun\"); throw new InvalidOperationException(\"no milk\");");

        var end = await place.RunAsync("campaigns", "start", "bad");

        end.ExitCode.ShouldBe(1);
        end.Output.ShouldBe("begun\n");
        end.Errors.Split("InvalidOperationException: no milk").Length.ShouldBe(2, end.Errors);
        end.Errors.ShouldContain("bad 1 failed");
    }

    [Fact]
    public async Task Should_End_A_Script_That_Ignores_Everything_With_Its_Process_While_Another_Goes_On()
    {
        // Given
        using var place = Place("");
        place.Write("stubborn.csx", """
            // A call that never comes back: neither a token nor the guard reaches it.
            Say("stubborn");
            new System.Threading.ManualResetEventSlim().Wait();
            """);
        place.Write("steady.csx", """
            await foreach (var now in Every(Seconds(0.2)))
                Say("steady");
            """);
        await using var serve = place.Start("serve");
        await serve.SaysAsync("Serving");
        var soon = (TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Write(place, $"campaigns:\n  stubborn: {{ script: stubborn.csx, at: {soon} UTC }}\n  steady: {{ script: steady.csx, at: {soon} UTC }}\n  idle: {{ script: steps.csx }}\n");
        await UntilAsync(async () => (await SaidAsync(place, "stubborn")).Count > 0 && (await SaidAsync(place, "steady")).Count > 0);

        // When
        (await place.RunAsync("campaigns", "stop", "stubborn")).ShouldComplain(
            0, "stubborn is told to stop. \"pluginhost campaigns resume stubborn\" goes on with it.");

        // Then
        await serve.SaysAsync("waits for a person: stopped by a person");
        var before = (await SaidAsync(place, "steady")).Count;
        await UntilAsync(async () => (await SaidAsync(place, "steady")).Count > before);
    }

    [Fact]
    public async Task Should_Run_For_What_People_Do_With_Serve_Alone()
    {
        // Given
        using var place = new ProgramPlace("""
            plugins:
              posting:
              rehearsal: { settings: { followers: 3, audience: audience.yaml } }
            profiles:
              "@telco": { network: rehearsal, language: en }
            campaigns: { thank: { script: thank.csx, on: events/@telco } }

            """);
        place.Write("audience.yaml", """
            groups:
              - { name: eager, share: 1, languages: [en], chances: { reply: 1 }, delay: { from: 1s, to: 2s }, replies: { en: [ "Thank you." ] } }
            """);
        place.Write("thank.csx", "Say(Args[0]);");
        place.Write("speak.csx", "await Publish.Now(\"@telco\", \"Is anybody there?\");");
        await place.RunAsync("run", "speak.csx");
        await UntilAsync(async () => (await place.RunAsync("do", "rehearsal.reactions", "--json")).Json.GetArrayLength() == 3);
        await using var serve = place.Start("serve");
        await serve.SaysAsync("Serving");

        // When
        (await place.RunAsync("run", "--fresh", "speak.csx")).ShouldBeDone();

        // Then: each of the three who answer the second post starts one, and those who had answered the first before the campaign was there start none.
        await UntilAsync(async () => (await OccurrencesAsync(place, "thank")).Count(state => state == "done") >= 3);
        (await OccurrencesAsync(place, "thank")).Count.ShouldBe(3);
        (await SaysAsync(place, "thank")).ShouldContain("kind=reply");
    }

    [Fact]
    public async Task Should_Run_For_The_Events_Of_Any_Plugin_And_Say_Which_Stream_Nobody_Has()
    {
        // Given
        using var place = new ProgramPlace("""
            plugins: { bells: { path: ../plugins/bells } }
            campaigns:
              ring: { script: ring.csx, on: bells/tower }
              deaf: { script: ring.csx, on: events/@nobody }

            """);
        TestPlugin.Write(place.Plugins, "bells", """
            [Provides(typeof(IStreamListener))]
            public sealed class BellsPlugin : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    host.Services.Provide<IStreamListener>(new Bells(host));
                    return Task.CompletedTask;
                }
            }

            internal sealed class Bells(IHost host) : StreamSource, IStreamListener
            {
                public Task<bool> HasAsync(string stream, CancellationToken cancel) => Task.FromResult(stream == "bells/tower");

                public Task ListenAsync(string stream, CancellationToken cancel) => host.Streams.Open(stream, this).ListenAsync(cancel);

                public override Task<StreamPage> ReadAsync(string cursor, CancellationToken cancel) => Task.FromResult(new StreamPage
                {
                    Items = [new StreamItem { Id = "first", At = host.Clock.GetUtcNow(), Data = Record.Of(("tone", "c")) }],
                    Cursor = "end",
                });
            }
            """);
        place.Write("ring.csx", "Say(Args[0]);");

        // When
        await using var serve = place.Start("serve");

        // Then
        await serve.SaysAsync("ring first is done");
        await serve.SaysAsync("Nobody listens to events/@nobody, and the campaigns that it starts wait");
        (await SaysAsync(place, "ring")).ShouldBe(["tone=c"]);
    }

    [Fact]
    public async Task Should_Run_A_Script_In_A_Process_Of_Its_Own()
    {
        using var place = Place("");
        place.Write("own.csx", "Say($\"{Args.Count} {Args[0]}\"); return int.Parse(Args[1]) / int.Parse(Args[2]);");

        (await place.RunAsync("run", "--isolate", "own.csx", "a", "42", "2")).ShouldBeDone().Output.ShouldBe("3 a\n21\n");
        var failed = await place.RunAsync("run", "--isolate", "own.csx", "a", "42", "0");
        failed.ExitCode.ShouldBe(1);
        failed.Errors.ShouldContain("DivideByZeroException");
    }

    [Theory]
    [InlineData("campaigns:\n  a: { script: steps.csx, at: 9am }\n", "plugins.yaml(4): when \"a\" is due: \"9am\", character 1: \"9am\" is no time of day.")]
    [InlineData("campaigns:\n  a: { script: stepz.csx }\n", "plugins.yaml(4): there is no script \"stepz.csx\" for \"a\". Did you mean \"steps.csx\"?")]
    public async Task Should_Refuse_To_Serve_What_Is_Written_Wrong(string campaigns, string problem)
    {
        using var place = Place(campaigns);

        foreach (var verb in new[] { "serve", "campaigns" })
        {
            var end = await place.RunAsync(verb);
            end.ExitCode.ShouldBe(2);
            end.Errors.ShouldContain(problem);
        }
    }

    [Fact]
    public async Task Should_Say_What_It_Does_Not_Know()
    {
        using var place = Place("campaigns: { steps: { script: steps.csx, at: 2020-01-01 09:00 } }\n");

        (await place.RunAsync("campaigns", "start", "stepz")).ShouldComplain(
            2, "pluginhost: There is no campaign \"stepz\". Did you mean \"steps\"? \"pluginhost campaigns\" lists them.");
        (await place.RunAsync("campaigns", "resume", "steps")).ShouldComplain(
            2, "pluginhost: Nothing of steps waits to be resumed. \"pluginhost campaigns start steps\" begins another run.");
        (await place.RunAsync("campaigns", "stop", "steps")).ShouldComplain(
            2, "pluginhost: Nothing of steps is going, so nothing was stopped. \"pluginhost campaigns\" lists what is.");
        (await place.RunAsync("campaigns", "stop", "stepz")).ExitCode.ShouldBe(2);
        (await place.RunAsync("campaigns", "--json")).ShouldBeDone().Json[0].GetProperty("next").GetString().ShouldBe("never: all of it lies in the past");
    }

    [Fact]
    public async Task Should_List_Instants_For_Programs_And_Say_Why_Nothing_Comes()
    {
        using var place = Place("campaigns:\n  leap: { script: steps.csx, at: cron 0 0 30 2 * }\n  once: { script: steps.csx, at: 2199-01-01 09:00 UTC }\n");

        var rows = (await place.RunAsync("campaigns", "--json")).ShouldBeDone().Json;

        rows[0].GetProperty("next").GetString().ShouldBe("never: no day is such a day");
        rows[0].GetProperty("nextAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        rows[1].GetProperty("nextAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2199, 1, 1, 9, 0, 0, TimeSpan.Zero));
        (rows[1].GetProperty("state").GetString(), rows[1].GetProperty("waiting").GetInt64()).ShouldBe(("idle", 0));
    }

    [Fact]
    public async Task Should_Tell_What_Is_Interrupted_When_It_Stops_Serving()
    {
        // Given
        using var place = Place("campaigns: { slow: { script: slow.csx } }\n");
        place.Write("slow.csx", "Say(\"begun\"); await Wait(Minutes(5));");
        await using var serve = place.Start("serve");
        await serve.SaysAsync("Serving");
        var soon = (TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Write(place, $"campaigns: {{ slow: {{ script: slow.csx, at: {soon} UTC }} }}\n");
        await UntilAsync(async () => (await SaysAsync(place, "slow")).Contains("begun"));

        // When
        serve.Signal(2);
        var end = await serve.EndAsync();

        // Then
        end.Errors.ShouldContain(" will be interrupted, and the next serve goes on with it; what else is on its way is waited for");
        end.Errors.ShouldContain("was interrupted: the next serve goes on with it");
        var shown = (await place.RunAsync("campaigns", "show", "slow", "--json")).ShouldBeDone().Json;
        shown.GetProperty("log")[0].GetProperty("occurrence").GetString().ShouldBe(shown.GetProperty("occurrences")[0].GetProperty("occurrence").GetString());
    }

    private static ProgramPlace Place(string campaigns)
    {
        var place = StepWork.Place();
        Write(place, campaigns.Length > 0 ? campaigns : "campaigns: { idle: { script: steps.csx } }\n");
        return place;
    }

    private static void Write(ProgramPlace place, string campaigns) =>
        place.Write("plugins.yaml", $"plugins:\n  steps: {{ path: ../plugins/steps }}\n{campaigns}");

    private static async Task<IReadOnlyList<string?>> SaidAsync(ProgramPlace place, string campaign) =>
        [.. (await SaysAsync(place, campaign)).Where(text => text == campaign)];

    private static Task<IReadOnlyList<string?>> SaysAsync(ProgramPlace place, string campaign) => ShownAsync(place, campaign, "log", "says");

    private static Task<IReadOnlyList<string?>> OccurrencesAsync(ProgramPlace place, string campaign) => ShownAsync(place, campaign, "occurrences", "state");

    private static async Task<IReadOnlyList<string?>> ShownAsync(ProgramPlace place, string campaign, string table, string column) =>
    [
        .. (await place.RunAsync("campaigns", "show", campaign, "--json")).ShouldBeDone().Json.GetProperty(table).EnumerateArray()
            .Select(row => row.GetProperty(column).GetString()),
    ];

    // Each look is a program of its own: no pause is needed in between.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var look = 0; !await isSo(); look++)
            look.ShouldBeLessThan(100);
    }
}
