using System.Text.RegularExpressions;

namespace PluginHost.Tests.Printing;

/// <summary>How long work is shown.</summary>
public sealed class JobLinesTests
{
    private const string Result = "Number\n     1\n     2\n";

    [Fact]
    public async Task Should_Write_A_Line_For_Each_Tenth_Where_Nobody_Watches()
    {
        using var place = LongWork.Place();

        var end = await place.RunAsync("do", "work.count");

        (end.ExitCode, end.Output).ShouldBe((0, Result));
        end.Errors.ShouldBe($"{Started(end)}{string.Concat(Enumerable.Range(1, 10).Select(step => $"Counting {step * 10} % step {step}\n"))}Counting: done\n");
    }

    [Fact]
    public async Task Should_Say_Nothing_Of_Quick_Work()
    {
        using var place = LongWork.Place();

        (await place.RunAsync("do", "work.quick")).ShouldBeDone().Output.ShouldBe("quick\n");
    }

    [Fact]
    public async Task Should_Say_That_Long_Work_Failed()
    {
        using var place = LongWork.Place();

        var end = await place.RunAsync("do", "work.fail");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldEndWith("Failing: failed\npluginhost: The cream is out. Buy some.\n");
    }

    [Fact]
    public async Task Should_Draw_A_Bar_On_A_Terminal_And_Take_It_Away()
    {
        using var place = LongWork.Place();

        var terminal = await OnTerminalAsync(place, "do work.count");

        terminal.ShouldMatch("Counting █{2,20}░* [1-9]0 % step [1-9]");
        Seen(terminal).ShouldBe(Result);
    }

    [Fact]
    public async Task Should_Keep_What_A_Script_Says_Clear_Of_The_Bar()
    {
        // Given
        using var place = SlowNetwork.Place();
        place.Write("talk.csx", """
            var publishing = Publish.Now("@one", "First.");
            for (var i = 0; i < 120; i++)
            {
                await Wait(Seconds(0.025));
                Say($"line {i}");
            }

            await Csv.Write("answer-1", new[] { Record.Of(("may", "answer")) });
            await publishing;
            """);

        // When
        var terminal = await OnTerminalAsync(place, "run talk.csx");

        // Then
        terminal.ShouldContain("Publishing …");
        Seen(terminal).ShouldBe(string.Concat(Enumerable.Range(0, 120).Select(line => $"line {line}\n")));
    }

    // A tick may have come before the first step.
    private static string Started(ProgramEnd end) => end.Errors.StartsWith("Counting …\n", StringComparison.Ordinal) ? "Counting …\n" : "";

    /// <summary>What the program writes to a terminal, with all that commands it.</summary>
    private static async Task<string> OnTerminalAsync(ProgramPlace place, string arguments)
    {
        if (!File.Exists("/usr/bin/script"))
            Assert.Skip("There is no script(1) here, which gives a program a terminal.");

        var start = place.InfoFor(place.Root, "script", ["-qec", $"stty cols 120; dotnet '{ProgramRun.Program}' {arguments}", "/dev/null"]);
        start.Environment["TERM"] = "xterm-256color";
        await using var run = ProgramRun.Start(start);
        var end = await run.EndAsync();
        end.ExitCode.ShouldBe(0, end.ToString());
        return end.Output.Replace("\r\n", "\n");
    }

    /// <summary>What stands on the screen in the end: a line that is erased is gone, and styles are none.</summary>
    private static string Seen(string terminal) =>
        Regex.Replace(string.Join('\n', terminal.Split('\n').Select(line => line[(line.LastIndexOf("\r\e[K", StringComparison.Ordinal) + 1)..].Replace("\e[K", ""))), "\e\\[[0-9;?]*[a-zA-Z]|\e[=>]|\r", "")
            .Replace(" \n", "\n");
}
