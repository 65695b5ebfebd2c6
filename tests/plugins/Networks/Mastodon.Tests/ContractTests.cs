using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>What any network is held to, on Mastodon, which knows keys, and on a server that speaks like it and knows none.</summary>
public sealed class ContractTests
{
    private static readonly string[] OfKeys = ["same-key-is-one-post", "same-key-is-one-post-elsewhere", "same-key-at-once", "used-key-publishes-no-other-text", "repeats-after-a-doubt"];

    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks_On_Mastodon(string check)
    {
        var result = await new NetworkContract(MastodonBench.WithKeysAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ContractOutcome.Kept, $"{result}");
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks_Where_No_Keys_Are_Known(string check)
    {
        var result = await new NetworkContract(MastodonBench.WithoutKeysAsync).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(OfKeys.Contains(check) ? ContractOutcome.NotAsked : ContractOutcome.Kept, $"{result}");
    }
}
