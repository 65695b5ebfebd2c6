using System.Text.Json;

namespace PluginHost.Tests.Running;

/// <summary><c>serve</c>: the workspace without a screen.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData(15)]
    [InlineData(2)]
    public async Task Should_Run_The_Services_Until_A_Signal_Stops_It(int signal)
    {
        // Given
        using var place = Worker.Place();
        await using var run = place.Start("serve");
        await run.UntilAsync(() => place.Count("working") == 1);

        // When
        run.Signal(signal);
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(0);
        end.Output.ShouldBe("");
        Timeless(end).ShouldBe(
        [
            $"Serving {place.Root}/plugins.yaml, store SQLite {place.Root}/.pluginhost/store.db: worker.work",
            "worker.work started: Works",
            "worker: warning: the milk is low",
            "Stopping: what is on its way is waited for, 40s at most",
            "worker.work stopped",
            "Stopped",
        ]);
        place.Count("ended").ShouldBe(1);
    }

    [Fact]
    public async Task Should_Wait_For_What_Is_On_Its_Way_And_End_At_Once_On_A_Second_Signal()
    {
        // Given
        using var place = Worker.Place();
        place.Write("busy", "");
        await using var run = place.Start("serve");
        await run.UntilAsync(() => place.Count("working") == 1);

        // When
        run.Signal(15);
        await run.SaysAsync("Another Ctrl+C ends the program at once.");
        place.Count("ended").ShouldBe(0);
        run.Signal(15);
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(128 + 15);
        place.Count("ended").ShouldBe(0);
    }

    [Fact]
    public async Task Should_Say_What_Happens_As_One_Line_Of_Json_Each()
    {
        // Given
        using var place = Worker.Place();
        place.Write("fail", "");
        await using var run = place.Start("serve", "--json");
        await run.SaysAsync("\"failed\"");
        File.Delete(Path.Combine(place.Root, "fail"));
        await run.UntilAsync(() => place.Count("working") == 1);

        // When
        run.Signal(15);
        var end = await run.EndAsync();

        // Then
        var lines = end.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var events = lines.Select(line => line.GetProperty("event").GetString()).ToList();
        events[0].ShouldBe("serving");
        events[^3..].ShouldBe(["stopping", "stopped", "done"]);
        lines[0].GetProperty("services")[0].GetString().ShouldBe("worker.work");
        var failed = lines.First(line => line.GetProperty("event").GetString() == "failed");
        failed.GetProperty("service").GetString().ShouldBe("worker.work");
        failed.GetProperty("reason").GetString()!.ShouldContain("no milk");
        failed.GetProperty("pause").GetString().ShouldBe("1s");
        end.ShouldComplain(0, "");
    }

    [Fact]
    public async Task Should_Tell_What_Plugins_Do_With_The_Time_In_The_Workspaces_Zone()
    {
        // Given: a zone in which it is another day or hour than in UTC.
        using var place = new ProgramPlace($"zone: Pacific/Kiritimati\n{ProgramPlace.FourProfiles}");
        await using var run = place.Start("serve");
        await run.SaysAsync("posting.worker started");
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(1);

        // When
        (await place.RunAsync("do", "posting.plan", "profile=@telco", "text=Hello\nthere", $"at={soon:yyyy-MM-dd'T'HH:mm:ss'Z'}")).ExitCode.ShouldBe(0);
        await run.SaysAsync("is out");
        run.Signal(15);
        var end = await run.EndAsync();

        // Then: in one line, whatever the text has in it.
        var line = end.Errors.Split('\n').Single(line => line.Contains("is out", StringComparison.Ordinal));
        line[20..].ShouldStartWith("posting: @telco: post 1 is out: \"Hello there\"");
        var told = DateTime.ParseExact(line[..19], "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        (told - soon.UtcDateTime).ShouldBeInRange(TimeSpan.FromHours(13.9), TimeSpan.FromHours(14.1));
    }

    [Fact]
    public async Task Should_Serve_One_Workspace_Twice_Beside_Others_That_Use_It()
    {
        // Given
        using var place = Worker.Place();
        await using var one = place.Start("serve");
        await using var two = place.Start("serve");
        await one.UntilAsync(() => place.Count("working") == 2);

        // When
        var done = await place.RunAsync("do", "worker.hello");
        one.Signal(15);
        var first = await one.EndAsync();

        // Then
        done.ShouldBeDone().Output.ShouldBe("hello\n");
        first.ExitCode.ShouldBe(0);
        place.Count("ended").ShouldBe(1);
        two.Signal(15);
        (await two.EndAsync()).ExitCode.ShouldBe(0);
        place.Count("ended").ShouldBe(2);
    }

    [Fact]
    public async Task Should_Refuse_A_Workspace_Without_Services()
    {
        using var place = new ProgramPlace("plugins:\n  rehearsal:\n");

        (await place.RunAsync("serve")).ShouldComplain(
            2,
            $"pluginhost: No plugin of {place.Root}/plugins.yaml has a background service, and no campaign is planned, so there is nothing to serve. "
            + "\"pluginhost plugins\" lists what the plugins have.");
    }

    [Fact]
    public async Task Should_Refuse_A_Wrong_Workspace_As_Every_Verb_Does()
    {
        using var place = new ProgramPlace("plugins:\n  rehearsal:\nnonsense: 1\n");

        var end = await place.RunAsync("serve");

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldBe((await place.RunAsync("commands")).Errors);
    }

    // Without the times, which stand before each.
    private static IEnumerable<string> Timeless(ProgramEnd end) => end.Errors.TrimEnd('\n').Split('\n').Select(line =>
    {
        DateTime.TryParseExact(line[..19], "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture, default, out _).ShouldBeTrue(line);
        return line[20..];
    });

    [Fact]
    public async Task Should_List_Services_With_Their_Plugin()
    {
        using var place = Worker.Place();

        (await place.RunAsync("plugins", "--json")).ShouldBeDone().Json[0].GetProperty("services").GetString().ShouldBe("worker.work");
    }
}
