using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests;

/// <summary>What any network is held to, on a real PDS and AppView.</summary>
public sealed class BlueskyContractTests
{
    private static readonly string[] NotAsked = ["says-no-for-certain", "tries-later"];

    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string check)
    {
        if (check == "tells-never-less-than-is-wanted")
            Assert.Skip("The search of the AppView's development environment minds capitals, so it tells less; the network's does not.");

        var result = await new NetworkContract(BlueskyBench.StartAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(NotAsked.Contains(check) ? ContractOutcome.NotAsked : ContractOutcome.Kept, $"{result}");
    }
}
