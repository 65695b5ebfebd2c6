namespace PluginHost.Tests.Running;

/// <summary>Scripts that were interrupted, and are run again.</summary>
public sealed class ResumptionTests
{
    private static readonly string[] Each =
    [
        "steps 1 publish:steps.csx:3#1|step 1",
        "steps 1 publish:steps.csx:3#2|step 2",
        "steps 1 publish:steps.csx:3#3|step 3",
        "steps 1 publish:steps.csx:3#4|step 4",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Should_Do_Each_Step_Once_Wherever_It_Was_Killed(int step)
    {
        // Given
        using var place = StepWork.Place();
        await KillAtAsync(place, step);

        // When
        var end = await place.RunAsync("run", "steps.csx");

        // Then
        StepWork.Done(place).ShouldBe(Each);
        end.ExitCode.ShouldBe(0, end.ToString());
        end.Errors.ShouldContain("pluginhost: Resuming run 1 of steps, begun ");
        end.Errors.ShouldContain("What is done is not done again; --fresh begins anew.");
        File.ReadAllLines(Path.Combine(place.Root, "begun")).Length.ShouldBe(5);
    }

    [Fact]
    public async Task Should_Go_On_After_Ctrl_C_In_The_Middle()
    {
        // Given
        using var place = StepWork.Place();
        place.Write("hang", "step 3");
        await using (var run = place.Start("run", "steps.csx"))
        {
            await run.UntilAsync(() => Has(place, "step 3"));
            run.Interrupt();
            (await run.EndAsync()).ExitCode.ShouldBe(1);
        }

        File.Delete(Path.Combine(place.Root, "hang"));

        // When
        var end = await place.RunAsync("run", "steps.csx");

        // Then
        end.ShouldComplain(0, end.Complaints).Errors.ShouldContain("2 steps of it are done. What is done is not done again; --fresh begins anew.");
        StepWork.Done(place).ShouldBe(Each);
    }

    [Fact]
    public async Task Should_Begin_Anew_Where_That_Is_Asked_For()
    {
        // Given
        using var place = StepWork.Place();
        await KillAtAsync(place, 2);

        // When
        (await place.RunAsync("run", "--fresh", "steps.csx")).ShouldBeDone();

        // Then
        StepWork.Done(place).ShouldBe([.. Each[..2], .. Each.Select(line => line.Replace("steps 1", "steps 2", StringComparison.Ordinal))]);
        (await place.RunAsync("run", "steps.csx")).ShouldBeDone();
        StepWork.Done(place).Count(line => line.StartsWith("steps 3", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task Should_Not_Begin_Where_A_Person_Means_To_Go_On_And_Nothing_Is_Interrupted()
    {
        // Given
        using var place = StepWork.Place();
        (await place.RunAsync("run", "steps.csx")).ShouldBeDone();

        // When
        var end = await place.RunAsync("run", "steps.csx", "--resume");

        // Then
        end.ShouldComplain(2, "pluginhost: Nothing of steps.csx is interrupted: run it without --resume. Nothing was done.");
        StepWork.Done(place).ShouldBe(Each);
    }

    [Fact]
    public async Task Should_Stop_And_Ask_Where_The_Script_Was_Changed()
    {
        // Given
        using var place = StepWork.Place();
        await KillAtAsync(place, 2);
        place.Write("steps.csx", File.ReadAllText(Path.Combine(place.Root, "steps.csx")) + "\nSay(\"more\");");

        // When
        var stopped = await place.RunAsync("run", "steps.csx");
        var resumed = await place.RunAsync("run", "steps.csx", "--resume");

        // Then
        stopped.ExitCode.ShouldBe(2);
        stopped.Errors.ShouldContain("The script was changed since run 1 of steps, begun ");
        stopped.Errors.ShouldContain("--resume goes on with the changed script; --fresh begins anew, and does all of it again.");
        resumed.ExitCode.ShouldBe(0, resumed.ToString());
        StepWork.Done(place).ShouldBe(Each);
    }

    [Fact]
    public async Task Should_Refuse_Both_Ways_At_Once()
    {
        using var place = StepWork.Place();

        (await place.RunAsync("run", "steps.csx", "--fresh", "--resume")).ShouldComplain(2, "pluginhost: --fresh begins anew, --resume goes on: give one of them.");
    }

    [Fact]
    public async Task Should_Begin_Another_Run_Beside_One_That_Is_Still_Alive()
    {
        // Given
        using var place = StepWork.Place();
        place.Write("hang", "step 2");
        await using var first = place.Start("run", "steps.csx");
        await first.UntilAsync(() => Has(place, "step 2"));

        // When
        await using var second = place.Start("run", "steps.csx");
        await second.UntilAsync(() => StepWork.Done(place).Contains("steps 2 publish:steps.csx:3#2|step 2"));
        File.Delete(Path.Combine(place.Root, "hang"));
        (await first.EndAsync()).ShouldBeDone();
        (await second.EndAsync()).ShouldBeDone();

        // Then
        StepWork.Done(place).Where(line => line.StartsWith("steps 1", StringComparison.Ordinal)).ShouldBe(Each);
        StepWork.Done(place).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Should_Leave_The_Store_Alone_Where_A_Script_Only_Says_Something()
    {
        using var place = StepWork.Place();
        place.Write("hello.csx", "Say($\"hello, {Today.Date.Year}\");");

        (await place.RunAsync("run", "hello.csx")).ShouldBeDone();

        Directory.Exists(Path.Combine(place.Root, ".pluginhost")).ShouldBeFalse();
    }

    private static bool Has(ProgramPlace place, string text) => place.Has("done") && StepWork.Done(place).Any(line => line.EndsWith(text, StringComparison.Ordinal));

    // After it took effect, and before anybody has heard of it.
    private static async Task KillAtAsync(ProgramPlace place, int step)
    {
        place.Write("hang", $"step {step}");
        await using (var run = place.Start("run", "steps.csx"))
        {
            await run.UntilAsync(() => Has(place, $"step {step}"));
            run.Kill();
            await run.EndAsync();
        }

        File.Delete(Path.Combine(place.Root, "hang"));
    }
}
