using PluginHost.Sdk.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>What any network is held to.</summary>
public sealed class ContractTests
{
    private static readonly string[] NotAsked =
    [
        "says-no-for-certain", "tries-later", "calls-a-lost-answer-unknown", "finds-what-a-lost-answer-hid", "repeats-after-a-doubt",
        "searches-without-a-hole", "tells-never-less-than-is-wanted", "keeps-lists", "says-whether-it-can-speak",
    ];

    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string check)
    {
        var result = await new NetworkContract(RehearsalBench.OpenAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(NotAsked.Contains(check) ? ContractOutcome.NotAsked : ContractOutcome.Kept, $"{result}");
    }
}
