using PluginHost.Sdk.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>What any network is held to, on a server that behaves as the networks outside do.</summary>
public sealed class RemoteContractTests
{
    private static readonly string[] Kinds = ["bluesky", "mastodon", "mastodon-without-keys", "x"];

    private static readonly string[] Doubts =
        ["finds-what-it-sent", "finds-nothing-that-was-not-sent", "takes-no-older-post-for-it", "calls-a-lost-answer-unknown", "finds-what-a-lost-answer-hid", "repeats-after-a-doubt"];

    private static readonly string[] Sends =
    [
        "rules-are-whole", "takes-a-text-of-the-whole-limit", "refuses-a-text-over-the-limit", "sends-a-post", "tells-posts-apart", "goes-on-a-thread", "sends-nothing-once-cancelled",
        "never-sends-for-a-listener", "turns-trouble-into-outcomes", "same-key-is-one-post", "same-key-is-one-post-elsewhere", "same-key-at-once", "used-key-publishes-no-other-text",
    ];

    public static TheoryData<string, string> Checks => [.. from kind in Kinds from check in Sends.Concat(Doubts) select (kind, check)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Keep_The_Contract_Of_Networks(string kind, string check)
    {
        var result = await new NetworkContract(() => RemoteBench.StartAsync(kind)).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldNotBe(ContractOutcome.Broken, $"{result}");

        // Programs may not look for posts on X, and repeats are known where there are keys.
        if (Doubts.Contains(check) && check != "repeats-after-a-doubt" && (kind, check) != ("x", "finds-what-it-sent"))
            result.Outcome.ShouldBe(ContractOutcome.Kept, $"{result}");
    }
}
