using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>Whether the network says what became of a send, and only what it knows.</summary>
internal static class CertaintyChecks
{
    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("turns-trouble-into-outcomes", "Trouble that can be expected is an outcome with a reason, and not an exception.", TurnsTroubleAsync),
        new("says-no-for-certain", "What is refused is not published, and the reason is told.", SaysNoAsync),
        new("tries-later", "What is put off is not published, and the reason will pass.", TriesLaterAsync),
    ];

    private static async Task<string?> TurnsTroubleAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        Outgoing[] troubles = [run.Post(""), run.Post(run.NewText()) with { InReplyTo = "nothing-is-called-so" }];
        foreach (var trouble in troubles)
        {
            var result = await run.SendAsync(network, trouble, run.NewKey());
            if (ReasonOf(result) is { } reason && string.IsNullOrWhiteSpace(reason))
                throw ContractRun.Broken($"Without a reason, a send came to {result}.");
        }

        return null;
    }

    private static async Task<string?> SaysNoAsync(ContractRun run)
    {
        var (network, text) = (await run.OpenAsync(), run.NewText());
        if (!await run.Bench.RefuseNextAsync(run.Cancel))
            return "The bench cannot let the service refuse.";

        var result = await run.SendAsync(network, run.Post(text), run.NewKey());
        if (result is not RefusedByNetwork { Reason.Length: > 0 })
            throw ContractRun.Broken($"A refusal came to {result}.");

        await run.RequireAsync(text, 0, "a refusal");
        return null;
    }

    private static async Task<string?> TriesLaterAsync(ContractRun run)
    {
        var (network, text, key) = (await run.OpenAsync(), run.NewText(), run.NewKey());
        if (!await run.Bench.LimitNextAsync(run.Cancel))
            return "The bench cannot let the service ask for patience.";

        var result = await run.SendAsync(network, run.Post(text), key);
        if (result is not TryLater { Reason.Length: > 0 } later)
            throw ContractRun.Broken($"That it was asked too often came to {result}.");

        await run.RequireAsync(text, 0, "it was put off");
        if (later.NotBefore is { } until && until > run.Bench.Clock.GetUtcNow())
            await run.Bench.PassAsync(until - run.Bench.Clock.GetUtcNow(), run.Cancel);

        await run.PublishAsync(network, run.Post(text), key with { Attempt = 2 });
        await run.RequireAsync(text, 1, "it was put off and sent again");
        return null;
    }

    private static string? ReasonOf(SendResult result) => result switch
    {
        RefusedByNetwork refused => refused.Reason,
        TryLater later => later.Reason,
        UnknownOutcome unknown => unknown.Reason,
        _ => null,
    };
}
