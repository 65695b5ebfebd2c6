using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>The same key is the same send, where the network says that it recognises repeats.</summary>
internal static class RepeatChecks
{
    private const string NoKeys = "The network says that it does not recognise repeats.";

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("same-key-is-one-post", "The same key is the same post, however often it is sent.", IsOnePostAsync),
        new("same-key-is-one-post-elsewhere", "The same key is the same post in every process.", IsOnePostElsewhereAsync),
        new("same-key-at-once", "The same key, sent twice at once, is one post.", IsOnePostAtOnceAsync),
        new("used-key-publishes-no-other-text", "A key that was used publishes nothing else.", PublishesNoOtherAsync),
    ];

    private static Task<string?> IsOnePostAsync(ContractRun run) => TwiceAsync(run, Task.FromResult);

    private static Task<string?> IsOnePostElsewhereAsync(ContractRun run) => TwiceAsync(run, _ => run.OpenAsync());

    private static async Task<string?> TwiceAsync(ContractRun run, Func<Network, Task<Network>> second)
    {
        var (network, text, key) = (await run.OpenAsync(), run.NewText(), run.NewKey());
        if (!await RecognisesAsync(run, network))
            return NoKeys;

        var post = run.Post(text);
        var first = await run.PublishAsync(network, post, key);
        var again = await run.SendAsync(await second(network), post, key with { Attempt = 2 });

        // A repeat may fail by itself: that it does not know, or comes too often, a network may say. That nothing is there would be wrong.
        if (again is RefusedByNetwork || (again is Sent sent && sent.RemoteId != first.RemoteId))
            throw ContractRun.Broken($"One key gave {first.RemoteId}, and then {again}.");

        await run.RequireAsync(text, 1, "its key came twice");
        return null;
    }

    private static async Task<string?> IsOnePostAtOnceAsync(ContractRun run)
    {
        var (network, other, text, key) = (await run.OpenAsync(), await run.OpenAsync(), run.NewText(), run.NewKey());
        if (!await RecognisesAsync(run, network))
            return NoKeys;

        var post = run.Post(text);
        await Task.WhenAll(run.SendAsync(network, post, key), run.SendAsync(other, post, key));
        await run.RequireAsync(text, 1, "its key came twice at once");
        return null;
    }

    private static async Task<string?> PublishesNoOtherAsync(ContractRun run)
    {
        var (network, text, key) = (await run.OpenAsync(), run.NewText(), run.NewKey());
        if (!await RecognisesAsync(run, network))
            return NoKeys;

        await run.PublishAsync(network, run.Post(run.NewText()), key);
        await run.SendAsync(network, run.Post(text), key);
        await run.RequireAsync(text, 0, "it was sent with the key of another");
        return null;
    }

    private static async Task<bool> RecognisesAsync(ContractRun run, Network network) =>
        (await network.RulesForAsync(run.Profile, run.Cancel)).Repeats != Repeats.NotRecognised;
}
