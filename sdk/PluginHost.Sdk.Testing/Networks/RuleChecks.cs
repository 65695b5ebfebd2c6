using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>Limits, and whether the network goes by what it says of them.</summary>
internal static class RuleChecks
{
    // Longer than any limit that a post could have, and soon counted.
    private const int Most = 40_000;

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("rules-are-whole", "Rules have a limit above 0 and say where they come from; keys live for a time where there are keys, and only there.", AreWholeAsync),
        new("takes-a-text-of-the-whole-limit", "What fits by the rules is taken.", TakesTheLimitAsync),
        new("refuses-a-text-over-the-limit", "What does not fit by the rules is refused whole, and nothing of it published.", RefusesTooLongAsync),
    ];

    private static async Task<string?> AreWholeAsync(ContractRun run)
    {
        var rules = await (await run.OpenAsync()).RulesForAsync(run.Profile, run.Cancel);
        var wrong = rules switch
        {
            { Limit: <= 0 } => $"The limit is {rules.Limit}.",
            { ByteLimit: <= 0 } => $"The limit in bytes is {rules.ByteLimit}.",
            { Source: var source } when string.IsNullOrWhiteSpace(source) => "The rules do not say where they come from.",
            { Repeats: Repeats.ByKey, KeyLife: var life } when life <= TimeSpan.Zero => "Repeats are known by their key, and keys live for no time.",
            { Repeats: not Repeats.ByKey, KeyLife: var life } when life > TimeSpan.Zero => $"Keys live for {rules.KeyLife}, and repeats are not known by them.",
            { LandsWithin: var lands } when lands < TimeSpan.Zero => $"Requests land within {rules.LandsWithin}.",
            { Media: { Most: <= 0 } } or { Media.Kinds.Count: 0 } => "It takes media, and none of any kind. Leave Media out.",
            _ => null,
        };
        return wrong is null ? null : throw ContractRun.Broken(wrong);
    }

    private static async Task<string?> TakesTheLimitAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        var rules = await network.RulesForAsync(run.Profile, run.Cancel);
        if (Long(run, rules) is not { } text)
            return "No text is too long for it.";

        var fits = text[..rules.FitsUpTo(text)];
        await run.PublishAsync(network, fits);
        await run.RequireAsync(fits, 1, $"sending a text of {rules.Count(fits)}");
        return null;
    }

    private static async Task<string?> RefusesTooLongAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        var rules = await network.RulesForAsync(run.Profile, run.Cancel);
        if (Long(run, rules) is not { } text)
            return "No text is too long for it.";

        var over = text[..(rules.FitsUpTo(text) + 1)];
        var result = await run.SendAsync(network, run.Post(over), run.NewKey());
        if (result is not RefusedByNetwork)
            throw ContractRun.Broken($"A text of {rules.Count(over)} came to {result}.");

        return (await run.Bench.PublishedAsync(run.Cancel)).Any(said => over.StartsWith(said, StringComparison.Ordinal))
            ? throw ContractRun.Broken("A text that was refused stands there, or the beginning of it.")
            : null;
    }

    // Letters that weigh the same everywhere, after a beginning that is new.
    private static string? Long(ContractRun run, NetworkRules rules)
    {
        var text = $"{run.NewText()} {new string('a', Most)}";
        return rules.Count(text).Fits ? null : text;
    }
}
