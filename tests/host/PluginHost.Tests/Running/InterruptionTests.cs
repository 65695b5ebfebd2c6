using System.Diagnostics;

namespace PluginHost.Tests.Running;

/// <summary>Ctrl+C, wherever it meets the program.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task Should_End_A_Script_That_Waits()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("wait.csx", """
            Say("waiting");
            await Wait(Minutes(5));
            Say("never");
            """);
        await using var run = place.Start("run", "wait.csx");
        await run.SaysAsync("waiting");

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ShouldComplain(1, "pluginhost: Cancelled.").Output.ShouldBe("waiting\n");
    }

    [Fact]
    public async Task Should_Leave_A_Script_Behind_That_Never_Comes_Back()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("loop.csx", """
            Say("looping");
            Task.WaitAny(new TaskCompletionSource().Task);
            """);
        await using var run = place.Start("run", "loop.csx");
        await run.SaysAsync("looping");
        var interrupted = Stopwatch.GetTimestamp();

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldBe("""
            pluginhost: Cancelling. Another Ctrl+C ends the program at once.
            pluginhost: Cancelled, but the script did not stop within 2 seconds: it is in a call that does not come back. It ends with this program.

            """);
        Stopwatch.GetElapsedTime(interrupted).ShouldBeLessThan(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Should_End_A_Script_That_Does_Not_Listen()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("loop.csx", """
            Say("looping");
            while (true)
            {
            }
            """);
        await using var run = place.Start("run", "loop.csx");
        await run.SaysAsync("looping");

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ShouldComplain(1, "pluginhost: Cancelled.").Output.ShouldBe("looping\n");
    }

    [Fact]
    public async Task Should_End_At_Once_On_The_Second_Ctrl_C()
    {
        // Given
        using var place = new ProgramPlace();
        place.Write("loop.csx", """
            Say("looping");
            Task.WaitAny(new TaskCompletionSource().Task);
            """);
        await using var run = place.Start("run", "loop.csx");
        await run.SaysAsync("looping");

        // When
        run.Interrupt();
        await run.SaysAsync("Another Ctrl+C ends the program at once.");
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(128 + 2);
        end.Errors.ShouldBe("pluginhost: Cancelling. Another Ctrl+C ends the program at once.\n");
    }

    [Fact]
    public async Task Should_Keep_What_Was_Sent_And_Refuse_The_Rest_Of_A_Post()
    {
        // A script has two seconds to stop, by the machine's clock: a busy machine may need them for something else, and is given other tries.
        for (var tries = 1; ; tries++)
        {
            // Given
            using var place = SlowNetwork.Place();
            place.Write("answer-1", "");
            await using var run = place.Start("run", "four.csx");
            await run.UntilAsync(() => place.Has("sending-2"));

            // When
            run.Interrupt();
            place.Write("answer-2", "");
            var end = await run.EndAsync();
            if (tries < 6 && end.Complaints.Contains("did not stop within 2 seconds", StringComparison.Ordinal))
                continue;

            // Then
            end.ShouldComplain(1, """
                pluginhost: four.csx(2): The post did not reach every profile:
                  @one: sent
                  @two: sent
                  @three: refused, cancelled before it was sent
                  @four: refused, cancelled before it was sent
                await Publish.On("@one", "First.").On("@two", "Second.").On("@three", "Third.").On("@four", "Fourth.");
                """);
            (await place.OutboxAsync()).ShouldBe(
                ["@one sent", "@two sent", "@three refused cancelled before it was sent", "@four refused cancelled before it was sent"]);
            (await place.TimelineAsync()).ShouldBe(["@two: Second.", "@one: First."], ignoreOrder: true);
            place.Has("sending-3").ShouldBeFalse();
            return;
        }
    }

    [Fact]
    public async Task Should_Not_Wait_For_A_Network_That_Does_Not_Answer()
    {
        // Given
        using var place = SlowNetwork.Place();
        place.Write("answer-1", "");
        await using var run = place.Start("run", "four.csx");
        await run.UntilAsync(() => place.Has("sending-2"));

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain(
            "pluginhost: Cancelled, but the script did not stop within 2 seconds: it waits for something that does not come. It ends with this program, and with it what was under way: Publishing.\n");
        (await place.OutboxAsync()).ShouldBe(
            ["@one sent", "@two sending", "@three refused cancelled before it was sent", "@four refused cancelled before it was sent"]);
    }

    [Fact]
    public async Task Should_End_A_Command_That_Works_For_Long()
    {
        // Given
        using var place = LongWork.Place();
        place.Write("wait", "");
        await using var run = place.Start("do", "work.count");
        await run.SaysAsync("Counting 10 %");

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ExitCode.ShouldBe(1);
        end.Complaints.ShouldEndWith("Counting: cancelled\npluginhost: Cancelled.");
        end.Output.ShouldBe("");
    }
}
