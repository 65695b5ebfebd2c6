using PluginHost.Sdk.Testing;

namespace Examples.Tests;

public sealed class BulletinTests
{
    private static readonly string[] CannotDo =
        ["searches-without-a-hole", "tells-never-less-than-is-wanted", "reacts-twice-as-once", "knows-nobody-who-is-not-there", "keeps-lists", "says-whether-it-can-speak"];

    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string check)
    {
        var result = await new NetworkContract(BulletinBench.StartAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(CannotDo.Contains(check) ? ContractOutcome.NotAsked : ContractOutcome.Kept, $"{result}");
    }
}
