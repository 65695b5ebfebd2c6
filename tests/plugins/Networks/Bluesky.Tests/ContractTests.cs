using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>What any network is held to.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string check)
    {
        var result = await new NetworkContract(BlueskyBench.StartAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ContractOutcome.Kept, $"{result}");
    }
}
