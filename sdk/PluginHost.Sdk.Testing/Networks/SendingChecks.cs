using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>What becomes of posts where nothing goes wrong.</summary>
internal static class SendingChecks
{
    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("sends-a-post", "A post that was sent stands there once, and has a name.", SendsAsync),
        new("tells-posts-apart", "Two posts have two names, also where they say the same.", TellsApartAsync),
        new("goes-on-a-thread", "Each part of a thread answers the part before it, and stands there after it.", GoesOnAsync),
        new("sends-nothing-once-cancelled", "What is cancelled before it has left is not sent.", SendsNothingAsync),
        new("never-sends-for-a-listener", "A profile whose purpose is listening never sends, whoever asks.", NeverForListenersAsync),
    ];

    private static async Task<string?> SendsAsync(ContractRun run)
    {
        var (network, text) = (await run.OpenAsync(), run.NewText());
        var sent = await run.PublishAsync(network, text);
        if (string.IsNullOrWhiteSpace(sent.RemoteId))
            throw ContractRun.Broken("It was sent, and has no name: RemoteId is empty.");

        await run.RequireAsync(text, 1, "it was sent");
        return null;
    }

    private static async Task<string?> TellsApartAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        var first = await run.PublishAsync(network, run.NewText());
        var second = await run.PublishAsync(network, run.NewText());
        return first.RemoteId == second.RemoteId ? throw ContractRun.Broken($"Two posts are called {first.RemoteId}.") : null;
    }

    private static async Task<string?> GoesOnAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        string[] texts = [run.NewText(), run.NewText(), run.NewText()];
        var names = new List<string>();
        foreach (var text in texts)
        {
            var post = run.Post(text) with { InReplyTo = names.LastOrDefault(), ThreadRoot = names.FirstOrDefault() };
            names.Add((await run.PublishAsync(network, post, run.NewKey())).RemoteId);
        }

        if (names.Distinct(StringComparer.Ordinal).Count() < texts.Length)
            throw ContractRun.Broken($"The parts of a thread are called {string.Join(", ", names)}.");

        var there = (await run.Bench.PublishedAsync(run.Cancel)).Where(texts.Contains).ToList();
        return there.SequenceEqual(texts) ? null : throw ContractRun.Broken($"Of the thread stands there, in this order: {string.Join(" | ", there)}.");
    }

    private static async Task<string?> SendsNothingAsync(ContractRun run)
    {
        var (network, text) = (await run.OpenAsync(), run.NewText());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        try
        {
            await network.SendAsync(run.Post(text), run.NewKey(), cancelled.Token);
        }
        catch (Exception error) when (error is not ContractBrokenException)
        {
            // However it says so: what counts is what stands there.
        }

        await run.RequireAsync(text, 0, "a send that was cancelled before it began");
        return null;
    }

    private static async Task<string?> NeverForListenersAsync(ContractRun run)
    {
        var (network, text) = (await run.OpenAsync(), run.NewText());
        var result = await run.SendAsync(network, run.Post(text) with { Profile = run.Profile with { Purpose = Profile.Listening } }, run.NewKey());
        if (result is not RefusedByNetwork)
            throw ContractRun.Broken($"A send for a profile that only listens came to {result}. The host refuses it at the network's door: take the network from TestHost.NetworkAsync.");

        await run.RequireAsync(text, 0, "a send for a profile that only listens");
        return null;
    }
}
