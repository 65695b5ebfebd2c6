using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

public sealed class NetworkContractTests
{
    public static TheoryData<string> Checks => [.. NetworkContract.Checks];

    [Theory]
    [InlineData("rules-are-whole", "SaysNoSource")]
    [InlineData("takes-a-text-of-the-whole-limit", "RefusesTheLimit")]
    [InlineData("refuses-a-text-over-the-limit", "CutsTooLong")]
    [InlineData("sends-a-post", "DropsPosts")]
    [InlineData("tells-posts-apart", "HasOneName")]
    [InlineData("goes-on-a-thread", "MixesThreads")]
    [InlineData("sends-nothing-once-cancelled", "SendsThoughCancelled")]
    [InlineData("never-sends-for-a-listener", "SendsForListeners")]
    [InlineData("turns-trouble-into-outcomes", "ThrowsAtTrouble")]
    [InlineData("says-no-for-certain", "RefusesAndPublishes")]
    [InlineData("tries-later", "PutsOffAndPublishes")]
    [InlineData("same-key-is-one-post", "ForgetsKeys")]
    [InlineData("same-key-is-one-post-elsewhere", "KeepsKeysInMemory")]
    [InlineData("same-key-at-once", "LooksBeforeItWrites")]
    [InlineData("used-key-publishes-no-other-text", "TakesUsedKeys")]
    [InlineData("finds-what-it-sent", "CannotFindAgain")]
    [InlineData("finds-nothing-that-was-not-sent", "FindsAnything")]
    [InlineData("takes-no-older-post-for-it", "FindsOlder")]
    [InlineData("calls-a-lost-answer-unknown", "CallsTheLostRefused")]
    [InlineData("finds-what-a-lost-answer-hid", "LosesTheLost")]
    [InlineData("repeats-after-a-doubt", "RepeatsAfterADoubt")]
    [InlineData("listens-in-order", "ListensBackwards")]
    [InlineData("listens-without-a-hole", "SkipsBetweenPages")]
    [InlineData("reads-the-same-page-again", "ForgetsWhatWasRead")]
    [InlineData("resumes-elsewhere", "NumbersPagesByProcess")]
    [InlineData("keeps-the-cursor-where-nothing-happened", "MovesWithoutEvents")]
    [InlineData("searches-without-a-hole", "SkipsInSearch")]
    [InlineData("tells-never-less-than-is-wanted", "SearchesByCase")]
    [InlineData("reacts-twice-as-once", "LikesOnce")]
    [InlineData("knows-nobody-who-is-not-there", "InventsPeople")]
    [InlineData("keeps-lists", "ListsTwice")]
    [InlineData("says-whether-it-can-speak", "SaysNothingWrong")]
    public async Task Should_Catch_A_Flaw_With_The_Check_That_Is_Meant_For_It(string check, string flaw)
    {
        var result = await RunAsync(check, Enum.Parse<Flaw>(flaw));

        result.Outcome.ShouldBe(ContractOutcome.Broken, $"{result}");
        result.Reason.ShouldEndWith($"The contract: {NetworkContract.Describe(check)}");
        Should.Throw<ContractBrokenException>(result.Require).Message.ShouldStartWith($"{check}: broken. ");
    }

    [Fact]
    public void Should_Have_A_Flaw_For_Every_Check() => typeof(NetworkContractTests)
        .GetMethod(nameof(Should_Catch_A_Flaw_With_The_Check_That_Is_Meant_For_It))!
        .GetCustomAttributes(typeof(InlineDataAttribute), false)
        .Select(data => (string)((InlineDataAttribute)data).Data[0]!)
        .ShouldBe(NetworkContract.Checks);

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Find_Nothing_Wrong_With_A_Network_That_Keeps_It(string check)
    {
        var result = await RunAsync(check, Flaw.None);

        result.Outcome.ShouldBe(ContractOutcome.Kept, $"{result}");
        result.Require();
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Should_Not_Ask_What_Neither_Network_Nor_Bench_Can_Do(string check)
    {
        var result = await new NetworkContract(() => Task.FromResult<NetworkBench>(new PlainBench())).RunAsync(check, TestContext.Current.CancellationToken);

        result.Outcome.ShouldNotBe(ContractOutcome.Broken, $"{result}");
        result.Reason.Length.ShouldBe(result.Outcome == ContractOutcome.Kept ? 0 : result.Reason.Length);
    }

    [Fact]
    public async Task Should_Refuse_A_Check_That_Is_Not_There() =>
        (await Should.ThrowAsync<WrongUseException>(RunAsync("sends-a-pots", Flaw.None))).Message.ShouldBe("There is no check \"sends-a-pots\". Did you mean \"sends-a-post\"?");

    private static Task<ContractResult> RunAsync(string check, Flaw flaw) =>
        new NetworkContract(() => Task.FromResult<NetworkBench>(new SquareBench(flaw))).RunAsync(check, TestContext.Current.CancellationToken);
}
