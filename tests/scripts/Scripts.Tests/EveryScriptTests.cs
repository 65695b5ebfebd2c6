namespace PluginHost.Scripts.Tests;

/// <summary>Whatever lies under <c>scripts/</c> runs as it is.</summary>
public sealed class EveryScriptTests
{
    public static TheoryData<string> Scripts => [.. Repository.Scripts];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Should_Run_And_Complain_Of_Nothing(string script)
    {
        using var place = Repository.Copy();

        // One of them listens until a closing time, which it is told has passed.
        (await place.RunAsync("run", script, "00:00")).ShouldBeDone().Output.ShouldNotBeEmpty();
        (await place.OutboxAsync()).ShouldAllBe(target => target.EndsWith(" sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Do_What_They_Expect_Of_Themselves()
    {
        // Given
        using var place = Repository.Copy();

        // When
        var end = await place.RunAsync("test", "--json");

        // Then
        foreach (var tested in end.ShouldBeDone().Json.EnumerateArray())
            tested.GetProperty("expectations").GetInt32().ShouldBeGreaterThan(0, tested.GetProperty("script").GetString());
    }

    [Fact]
    public void Should_Tell_In_Its_First_Line_What_A_Script_Is_For()
    {
        using var place = Repository.Copy();

        foreach (var script in Repository.Scripts)
            File.ReadLines(Path.Combine(place.Root, script)).First().ShouldStartWith("// ", Case.Sensitive, script);
    }
}
