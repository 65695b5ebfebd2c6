using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Counts ahead: which of the posts that wait would find too little in their budget, if all that is planned goes out in its order. It reserves nothing; the send
/// alone decides, by what is spent then.
/// </summary>
internal sealed class BudgetOutlook(IHost host, Outbox outbox, Ledger ledger, Spending spending)
{
    /// <summary>Goes through what waits, in the order in which it is due.</summary>
    public async Task<IReadOnlyList<PlannedProblem>> LookAsync(IEnumerable<OutboxTarget> waiting, CancellationToken cancel)
    {
        var profiles = (await host.Services.GetAsync<IProfiles>(cancel)).All.ToDictionary(profile => profile.Name);
        var taken = new Dictionary<(string Name, string Period, string Currency), long>();
        var problems = new List<PlannedProblem>();

        // A thread is paid as a whole. What is held goes out on a person's word, and drafts have no time.
        foreach (var thread in waiting.Where(target => target is { State: TargetState.Scheduled, HeldAt: null }).GroupBy(target => (target.Post, target.Profile)))
        {
            if (profiles.TryGetValue(thread.Key.Profile, out var profile) && await LookAsync([.. thread], profile, taken, cancel) is { } problem)
                problems.Add(problem);
        }

        return problems;
    }

    private async Task<PlannedProblem?> LookAsync(
        List<OutboxTarget> thread, Profile profile, Dictionary<(string Name, string Period, string Currency), long> taken, CancellationToken cancel)
    {
        if (PriceList.Find(profile.RealNetwork) is null or { IsFree: true })
            return null;

        var first = thread[0];
        var now = host.Clock.GetUtcNow();
        var at = first.DueAt > now ? first.DueAt.Value : now;
        var purses = spending.PursesOf(profile, await outbox.ReadCampaignAsync(first.Post, cancel), at).ToList();
        if (purses.Count == 0 || await CostOfAsync(thread, profile, at, cancel) is not { Micros: > 0 } cost)
            return null;

        foreach (var purse in purses)
        {
            if (purse.Budget.Limit.Currency != cost.Currency)
                return Problem(first, $"It costs {cost}, and {purse} is in another currency. Give the budget in {cost.Currency}.");

            var spent = await TakenAsync(purse, taken, cancel);
            if (spent + cost.Micros > purse.Budget.Limit.Micros)
            {
                return Problem(
                    first,
                    $"It would be held, over budget: it costs {cost}, and of {purse} {cost with { Micros = spent }} is spent or planned before it. Raise the budget, or move the post.");
            }
        }

        foreach (var purse in purses)
            taken[KeyOf(purse)] += cost.Micros;

        return null;
    }

    private async Task<Amount?> CostOfAsync(List<OutboxTarget> thread, Profile profile, DateTimeOffset at, CancellationToken cancel)
    {
        var media = await outbox.ReadMediaAsync(thread, cancel);
        Amount? sum = null;
        foreach (var part in thread)
        {
            if (Pricing.Of(part.ToVariant() with { Media = [.. media[part.Key]] }, profile, at).Total is { } cost)
                sum = cost with { Micros = cost.Micros + (sum?.Micros ?? 0) };
        }

        return sum;
    }

    private async Task<long> TakenAsync(Purse purse, Dictionary<(string Name, string Period, string Currency), long> taken, CancellationToken cancel)
    {
        if (!taken.TryGetValue(KeyOf(purse), out var micros))
            taken[KeyOf(purse)] = micros = (await ledger.ReadSpentAsync(purse, cancel)).Micros;

        return micros;
    }

    private static (string Name, string Period, string Currency) KeyOf(Purse purse) => (purse.Name, purse.Period, purse.Budget.Limit.Currency);

    private static PlannedProblem Problem(OutboxTarget target, string message) => new()
    {
        Post = target.Post.ToString(CultureInfo.InvariantCulture),
        At = target.PlannedAt ?? target.CreatedAt,
        Problem = new Problem { Rule = "posting.budget", Severity = Severity.Error, Profile = target.Profile, Message = message },
    };
}
