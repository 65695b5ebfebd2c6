using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Scripts.Tests;

/// <summary><c>grocery-chain.csx</c>: a day of questions in rehearsal.</summary>
public sealed class GroceryChainTests
{
    [Fact]
    public async Task Should_Answer_None_Of_500_Questions_A_Day_Twice_And_Most_Of_Them_Once()
    {
        // Given
        using var place = Repository.Copy();
        var workspace = File.ReadAllText(Path.Combine(place.Root, "plugins.yaml"));
        place.Write("plugins.yaml", workspace.Replace("@grocer 120", "@grocer 500"));

        // When
        var end = await place.RunAsync("rehearse", "scripts/grocery-chain.csx", "--json");

        // Then
        var report = end.ShouldBeDone().Json;
        report.GetProperty("good").GetBoolean().ShouldBeTrue();
        var answers = report.GetProperty("timeline").EnumerateArray().ToList();
        answers.ShouldAllBe(answer => answer.GetProperty("state").GetString() == "sent");
        answers.Select(answer => answer.GetProperty("answers").GetString()).ShouldBeUnique();
        answers.Count.ShouldBeInRange(250, 500);
    }

    [Fact]
    public async Task Should_Do_The_Same_Twice()
    {
        using var place = Repository.Copy();

        var first = await place.RunAsync("rehearse", "scripts/grocery-chain.csx", "--json", "--from", "2026-12-01");
        var second = await place.RunAsync("rehearse", "scripts/grocery-chain.csx", "--json", "--from", "2026-12-01");

        first.ShouldBeDone().Json.GetProperty("timeline").GetRawText().ShouldBe(second.ShouldBeDone().Json.GetProperty("timeline").GetRawText());
    }
}
