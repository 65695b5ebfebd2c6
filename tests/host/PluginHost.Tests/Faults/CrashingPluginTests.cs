using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.Faults;

/// <summary>What ends the process ends it; the next one knows who it was, and comes back without them.</summary>
public sealed class CrashingPluginTests
{
    private const string Bystander = """
        public sealed class Bystander : Plugin
        {
            [BackgroundService("bystander.work", "Works")]
            public async Task WorkAsync(IHost host, CancellationToken cancel)
            {
                host.Output.Write(Severity.Warning, "the milk is low");
                await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel));
            }

            [Command("bystander.say", "Say")]
            public string Say() => "still here";
        }
        """;

    private static ProgramPlace Place(string code)
    {
        var place = new ProgramPlace("plugins:\n  guest: { path: ../plugins/guest }\n  bystander: { path: ../plugins/bystander }\n");
        TestPlugin.Write(place.Plugins, "guest", $$"""
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public async Task WorkAsync(IHost host, CancellationToken cancel)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(300), host.Clock, cancel);
                    host.Output.Write(Severity.Warning, "here it comes");
                    {{code}}
                }

                [Command("guest.end", "End")]
                public void End() => Environment.Exit(3);

                private static int Deep(int depth) => depth < 0 ? depth : Deep(depth + 1) + Deep(depth + 2);
            }
            """);
        TestPlugin.Write(place.Plugins, "bystander", Bystander);
        return place;
    }

    [Theory]
    [InlineData("Deep(0);", "Stack overflow. At Guest.Deep(Int32), at Guest+<WorkAsync>d__0.MoveNext().")]
    [InlineData("Environment.FailFast(\"the tub melted\");", "Process terminated. the tub melted At Guest+<WorkAsync>d__0.MoveNext().")]
    [InlineData("new Thread(() => Deep(0)).Start(); await Task.Delay(-1, cancel);", "Stack overflow. At Guest.Deep(Int32), at Guest+<>c.<WorkAsync>b__0_0().")]
    [InlineData("Environment.Exit(3);", "It called Environment.Exit.")]
    public async Task Should_Come_Back_Without_Whoever_Ended_The_Process(string code, string what)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The runtime's last words can be led nowhere on Windows.");

        // Given
        using var place = Place(code);
        (await place.RunAsync("serve")).ExitCode.ShouldNotBe(0);

        // When
        await using var run = place.Start("serve");
        await run.SaysAsync("the milk is low");
        run.Signal(15);
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(0);
        end.Errors.ShouldStartWith("pluginhost: warning: guest is left out: it was inside when the program ended at ");
        end.Errors.ShouldContain(what);
        end.Errors.ShouldNotContain("here it comes");
        (await place.RunAsync("do", "bystander.say")).Output.ShouldBe("still here\n");
        var refusal = (await place.RunAsync("plugins", "--json")).Json[0];
        refusal.GetProperty("state").GetString().ShouldBe("refused");
        refusal.GetProperty("reason").GetString()!.ShouldEndWith("\"pluginhost plugins enable guest\" brings it back, and so does another version.");
        (await place.RunAsync("doctor")).Output.ShouldContain("it was inside when the program ended at ");
    }

    [Fact]
    public async Task Should_Leave_Out_Nobody_When_The_Process_Is_Killed_While_A_Plugin_Is_Inside()
    {
        using var place = Place("while (true) { }");
        await using (var run = place.Start("serve"))
        {
            await run.SaysAsync("here it comes");
            run.Kill();
            await run.EndAsync();
        }

        (await place.RunAsync("do", "bystander.say")).ShouldBeDone();

        (await place.RunAsync("plugins", "--json")).ShouldBeDone().Json[0].GetProperty("state").GetString().ShouldBe("ready");
        (await File.ReadAllTextAsync(Path.Combine(place.Root, ".pluginhost", "output.log"), TestContext.Current.CancellationToken))
            .ShouldContain("without a word, as by kill -9 or a power cut, while guest was inside, in guest.work. Nothing follows from that.");
    }

    [Fact]
    public async Task Should_Leave_Out_Whoever_Ended_A_Process_That_Ran_One_Command()
    {
        using var place = Place("");
        (await place.RunAsync("do", "guest.end")).ExitCode.ShouldBe(3);

        var end = await place.RunAsync("do", "guest.end");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("guest is left out: it was inside when the program ended at ");
        end.Errors.ShouldContain("in guest.end. It called Environment.Exit.");
    }

    [Fact]
    public async Task Should_Give_A_Plugin_Another_Chance_When_It_Was_Built_Anew()
    {
        using var place = Place("");
        await place.RunAsync("do", "guest.end");
        (await place.RunAsync("do", "guest.end")).ExitCode.ShouldBe(1);

        TestPlugin.Write(place.Plugins, "guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.end", "End")]
                public string End() => "mended";
            }
            """);

        (await place.RunAsync("do", "guest.end")).ShouldBeDone().Output.ShouldBe("mended\n");
    }

    [Fact]
    public async Task Should_Leave_Nothing_Behind_When_It_Ends_In_Order()
    {
        using var place = Place("await Task.Delay(-1, cancel);");
        await using var run = place.Start("serve");
        await run.SaysAsync("here it comes");
        Directory.GetFiles(Path.Combine(place.Root, ".pluginhost", "crashes")).Length.ShouldBe(2);

        run.Signal(15);

        (await run.EndAsync()).ExitCode.ShouldBe(0);
        Directory.GetFiles(Path.Combine(place.Root, ".pluginhost", "crashes")).ShouldBeEmpty();
    }
}
