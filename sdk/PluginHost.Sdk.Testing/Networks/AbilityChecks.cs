using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>What a network can do beside sending and hearing, where it says that it can.</summary>
internal static class AbilityChecks
{
    private const string Nobody = "nobody.has.this.handle.x7";

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("reacts-twice-as-once", "Liking or passing on twice is the same as once.", ReactsAsync),
        new("knows-nobody-who-is-not-there", "A handle that nobody has is nobody, and no trouble.", KnowsNobodyAsync),
        new("keeps-lists", "Who was put on a list is on it, once.", KeepsListsAsync),
        new("says-whether-it-can-speak", "A profile that cannot speak is told what is wrong, and not nothing.", SaysWhetherAsync),
    ];

    private static async Task<string?> ReactsAsync(ContractRun run)
    {
        var network = await run.OpenAsync();
        if (network.Reactions is not { } reactions)
            return "The network has no reactions.";

        var post = (await run.PublishAsync(network, run.NewText())).RemoteId;
        foreach (var (what, reactAsync) in new (string, Func<Task>)[]
        {
            ("Liking", () => reactions.LikeAsync(run.Profile, post, run.Cancel)),
            ("Passing on", () => reactions.RepostAsync(run.Profile, post, run.Cancel)),
        })
        {
            try
            {
                await reactAsync();
                await reactAsync();
            }
            catch (Exception error) when (!run.Cancel.IsCancellationRequested)
            {
                throw ContractRun.Broken($"{what} twice threw {error.GetType().Name}: {error.Message}.");
            }
        }

        return null;
    }

    private static async Task<string?> KnowsNobodyAsync(ContractRun run)
    {
        if ((await run.OpenAsync()).People is not { } people)
            return "The network does not tell who people are.";

        if (await people.FindAsync(run.Profile, Nobody, run.Cancel) is { } invented)
            throw ContractRun.Broken($"{Nobody} is said to be {invented}.");

        return await people.FindManyAsync(run.Profile, [Nobody], run.Cancel) is { Count: > 0 } ? throw ContractRun.Broken("Asked for several, it finds somebody who is not there.") : null;
    }

    private static async Task<string?> KeepsListsAsync(ContractRun run)
    {
        if ((await run.OpenAsync()).Lists is not { } lists)
            return "The network has no lists.";

        var list = run.NewText();
        await lists.AddAsync(run.Profile, list, run.Profile.Handle, run.Cancel);
        await lists.AddAsync(run.Profile, list, run.Profile.Handle, run.Cancel);
        var members = await lists.MembersAsync(run.Profile, list, run.Cancel);
        if (members.Count(member => member == run.Profile.Handle) != 1)
            throw ContractRun.Broken($"{run.Profile.Handle} was put on a list twice, and on it are: {string.Join(", ", members)}.");

        return (await lists.NamesAsync(run.Profile, run.Cancel)).Contains(list) ? null : throw ContractRun.Broken("The list is not among the profile's lists.");
    }

    private static async Task<string?> SaysWhetherAsync(ContractRun run)
    {
        if ((await run.OpenAsync()).Login is not { } login)
            return "The network asks for no proof.";

        return await login.CheckAsync(run.Profile, run.Cancel) is { } problem && string.IsNullOrWhiteSpace(problem) ? throw ContractRun.Broken("Something is wrong, and it does not say what.") : null;
    }
}
