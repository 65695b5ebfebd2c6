namespace PluginHost.Tests.Rehearsing;

/// <summary>A rehearsal that does not come to its end.</summary>
public sealed class InterruptedRehearsalTests
{
    [Fact]
    public async Task Should_Leave_Nothing_After_Ctrl_C()
    {
        // Given
        using var place = LongPlace(out var temp);
        var before = place.Fingerprint();
        await using var run = Start(place, temp);
        await run.UntilAsync(() => IsUnderWay(temp));

        // When
        run.Interrupt();
        var end = await run.EndAsync();

        // Then
        end.ShouldComplain(1, "pluginhost: Cancelled.");
        Left(temp).ShouldBeEmpty();
        place.Fingerprint().ShouldBe(before);
    }

    [Fact]
    public async Task Should_Leave_A_Folder_After_A_Kill_Which_The_Next_One_Throws_Away()
    {
        // Given
        using var place = LongPlace(out var temp);
        var before = place.Fingerprint();
        await using var run = Start(place, temp);
        await run.UntilAsync(() => IsUnderWay(temp));

        // When
        run.Kill();
        await run.EndAsync();
        var left = Left(temp);
        (await place.RehearseAsync("short.csx")).ShouldBeDone();

        // Then
        left.Count.ShouldBe(1);
        Left(temp).ShouldBeEmpty();
        place.Fingerprint().ShouldBe(before);
    }

    private static ProgramPlace LongPlace(out string temp)
    {
        var place = new ProgramPlace();
        place.Write("short.csx", "Say(\"Done.\");");
        place.Write("long.csx", "await foreach (var now in Every(Seconds(1))) { }");
        temp = RehearsalPlace.TempOf(place);
        return place;
    }

    private static ProgramRun Start(ProgramPlace place, string temp)
    {
        var start = place.InfoFor(place.Root, "dotnet", [ProgramRun.Program, "rehearse", "long.csx", "--days", "366"]);
        start.Environment["TMPDIR"] = temp;
        return ProgramRun.Start(start);
    }

    private static bool IsUnderWay(string temp) => Left(temp).Any(folder => File.Exists(Path.Combine(folder, "data", "store.db")));

    private static List<string> Left(string temp) => [.. Directory.EnumerateDirectories(temp, "pluginhost-rehearsal-*")];
}
