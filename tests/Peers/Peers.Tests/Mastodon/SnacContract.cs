using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>What any network is held to, on a real snac.</summary>
public abstract class SnacContract(string version)
{
    // snac refuses nothing and asks nobody for patience; it knows no keys.
    private static readonly string[] NotAsked =
    [
        "says-no-for-certain", "tries-later", "refuses-a-text-over-the-limit", "takes-a-text-of-the-whole-limit",
        "same-key-is-one-post", "same-key-is-one-post-elsewhere", "same-key-at-once", "used-key-publishes-no-other-text", "repeats-after-a-doubt",
    ];

    // The older one knows a post only some seconds after it was published, and says until then that there is none: SnacAbilities waits for it.
    private static readonly string[] NotYet = ["reacts-twice-as-once"];

    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string check)
    {
        if (version == "2.75" && NotYet.Contains(check))
            Assert.Skip("snac 2.75 does not know a post for some seconds.");

        var result = await new NetworkContract(() => SnacBench.OpenAsync(version)).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(NotAsked.Contains(check) ? ContractOutcome.NotAsked : ContractOutcome.Kept, $"{result}");
    }
}
