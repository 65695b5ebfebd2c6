namespace PluginHost.Tests.CommandLine;

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
            await Task.Delay(TimeSpan.FromMinutes(5), Cancel);
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
}
