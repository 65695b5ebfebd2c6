using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>After a doubt: what the network says that it has.</summary>
internal static class DoubtChecks
{
    private const string NoLookUp = "The network looks nothing up.";
    private const string NoLoss = "The bench cannot lose an answer.";
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("finds-what-it-sent", "What was sent is found again under its name, also by another process.", FindsAsync),
        new("finds-nothing-that-was-not-sent", "What was never sent is not found.", FindsNothingAsync),
        new("takes-no-older-post-for-it", "A post that is older than the attempt is another post, though it says the same.", TakesNoOlderAsync),
        new("calls-a-lost-answer-unknown", "Where a post may have arrived, the outcome is unknown: neither a refusal nor another time.", CallsItUnknownAsync),
        new("finds-what-a-lost-answer-hid", "Once what is under way has landed, a look-up does not say of a post that is there that it is not.", FindsTheLostAsync),
        new("repeats-after-a-doubt", "After a doubt, the same key publishes no second post.", RepeatsAsync),
    ];

    private static async Task<string?> FindsAsync(ContractRun run)
    {
        var (network, since, key) = (await run.OpenAsync(), run.Bench.Clock.GetUtcNow(), run.NewKey());
        if (network.LookUp is null)
            return NoLookUp;

        var post = run.Post(run.NewText());
        var sent = await run.PublishAsync(network, post, key);
        return await (await run.OpenAsync()).LookUp!.FindAsync(post, key, since, run.Cancel) switch
        {
            Found { Sent.RemoteId: var name } when name == sent.RemoteId => null,
            CannotTell cannot => $"The network cannot tell: {cannot.Reason}",
            var other => throw ContractRun.Broken($"{sent.RemoteId} was looked for, and the answer is {other}."),
        };
    }

    private static async Task<string?> FindsNothingAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.LookUp is not { } lookUp)
            return NoLookUp;

        await run.PublishAsync(network, run.NewText());
        return await lookUp.FindAsync(run.Post(run.NewText()), run.NewKey(), run.Bench.Clock.GetUtcNow(), run.Cancel) is Found found
            ? throw ContractRun.Broken($"What was never sent is said to be {found.Sent.RemoteId}.")
            : null;
    }

    private static async Task<string?> TakesNoOlderAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.LookUp is not { } lookUp)
            return NoLookUp;

        var post = run.Post(run.NewText());
        var older = await run.PublishAsync(network, post, run.NewKey());

        // Later by more than clocks may be apart, for which a network that compares times makes allowance.
        return await lookUp.FindAsync(post, run.NewKey(), run.Bench.Clock.GetUtcNow() + Later, run.Cancel) is Found { Sent.RemoteId: var name } && name == older.RemoteId
            ? throw ContractRun.Broken($"{name} is older than the attempt that was asked for.")
            : null;
    }

    private static async Task<string?> CallsItUnknownAsync(ContractRun run)
    {
        var (network, text) = (await run.OpenAsync(), run.NewText());
        if (!await run.Bench.LoseNextAnswerAsync(run.Cancel))
            return NoLoss;

        return await run.SendInDoubtAsync(network, run.Post(text), run.NewKey()) is (RefusedByNetwork or TryLater) and var result
            ? throw ContractRun.Broken($"The answer was lost on the way back, and that came to {result}.")
            : null;
    }

    private static async Task<string?> FindsTheLostAsync(ContractRun run)
    {
        var (network, since, key) = (await run.OpenAsync(), run.Bench.Clock.GetUtcNow(), run.NewKey());
        if (network.LookUp is not { } lookUp)
            return NoLookUp;

        if (!await run.Bench.LoseNextAnswerAsync(run.Cancel))
            return NoLoss;

        var post = run.Post(run.NewText());
        await run.SendInDoubtAsync(network, post, key);
        await LandAsync(run, network);
        return await lookUp.FindAsync(post, key, since, run.Cancel) is NotThere
            ? throw ContractRun.Broken("The post is there, its answer was lost, and the look-up says that it is not there.")
            : null;
    }

    private static async Task<string?> RepeatsAsync(ContractRun run)
    {
        var (network, text, key) = (await run.OpenAsync(), run.NewText(), run.NewKey());
        if ((await network.RulesForAsync(run.Profile, run.Cancel)).Repeats == Repeats.NotRecognised)
            return "The network says that it does not recognise repeats.";

        if (!await run.Bench.LoseNextAnswerAsync(run.Cancel))
            return NoLoss;

        var post = run.Post(text);
        await run.SendInDoubtAsync(network, post, key);
        await LandAsync(run, network);
        await run.SendInDoubtAsync(network, post, key with { Attempt = 2 });
        await run.RequireAsync(text, 1, "a doubt and a repeat");
        return null;
    }

    // Nobody looks or repeats before.
    private static async Task LandAsync(ContractRun run, Network network) =>
        await run.Bench.PassAsync((await network.RulesForAsync(run.Profile, run.Cancel)).LandsWithin, run.Cancel);
}
