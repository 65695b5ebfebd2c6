using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Keeps to budgets: reserves what a send will cost before it leaves, and notes afterwards what became of it.</summary>
internal sealed class Spending(IHost host, Outbox outbox, Ledger ledger, CampaignBudgets campaigns)
{
    /// <summary>With this begins the reason of what is held for want of money.</summary>
    public const string OverBudget = "over budget: ";

    /// <summary>Reserves what a target will cost, and with the first part of a thread what the whole of it will: half a thread is worse than none.</summary>
    /// <returns>Why it must wait for a person; null: it may go out.</returns>
    public async Task<string?> HoldsBackAsync(OutboxTarget target, Profile profile)
    {
        if (PriceList.Find(profile.RealNetwork) is null or { IsFree: true })
            return null;

        var campaign = await outbox.ReadCampaignAsync(target.Post, CancellationToken.None);
        var purses = PursesOf(profile, campaign, host.Clock.GetUtcNow()).ToList();
        var reserved = new List<LedgerRow>();

        // It is asked only of what is not there for certain, whatever its earlier attempts looked like.
        if (target.Attempt > 0)
            await ledger.ReleaseUntilAsync(target.Key, target.Attempt, row => [.. PursesOf(profile, row.Campaign, row.At)]);

        var parts = await RestOfAsync(target);
        var media = await outbox.ReadMediaAsync(parts, CancellationToken.None);
        foreach (var part in parts)
        {
            if (Pricing.Of(part.ToVariant() with { Media = [.. media[part.Key]] }, profile, host.Clock.GetUtcNow()) is not { Total: { Micros: > 0 } total } cost)
                continue;

            var row = RowOf(part, campaign, total, string.Join(", ", cost.Items));
            if (await ReserveAsync(row, purses) is { } reason)
            {
                foreach (var taken in reserved)
                    await ledger.SettleAsync(taken.Target, taken.Attempt, isCharged: false, _ => purses);

                return reason;
            }

            reserved.Add(row);
        }

        return null;
    }

    private async Task<IReadOnlyList<OutboxTarget>> RestOfAsync(OutboxTarget target) => target.Parts == 1 || target.Part > 0
        ? [target]
        : [target, .. (await outbox.ReadPostAsync(target.Post, CancellationToken.None)).Where(other => other.Profile == target.Profile && other.Part > 0)];

    private async Task<string?> ReserveAsync(LedgerRow row, List<Purse> purses)
    {
        // Nobody knows the rate at which it would be paid, so nobody can say that it is within.
        if (purses.Find(purse => purse.Budget.Limit.Currency != row.Cost.Currency) is { } foreign)
            return $"{OverBudget}it costs {row.Cost}, and {foreign} is in another currency. Give the budget in {row.Cost.Currency}";

        var lacking = await ledger.ReserveAsync(row, purses);
        if (lacking is not null && await ReleaseAsync(purses.Min(purse => SinceOf(purse, row.At))))
            lacking = await ledger.ReserveAsync(row, purses);

        return lacking is { } empty
            ? $"{OverBudget}it costs {row.Cost}, and of {empty} {await ledger.ReadSpentAsync(empty, CancellationToken.None)} is spent. "
                + "posting.send tries again when there is room; posting.undo takes it back"
            : null;
    }

    /// <summary>Gives back what was reserved for posts that were not published after all.</summary>
    /// <param name="from">Only what was reserved since.</param>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> ReleaseAsync(DateTimeOffset from)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(CancellationToken.None);
        return await ledger.ReleaseSinceAsync(
            from,
            row => profiles.All.FirstOrDefault(profile => profile.Name == row.Profile) is { } profile ? [.. PursesOf(profile, row.Campaign, row.At)] : []);
    }

    // What was reserved before its period began was taken out of another purse.
    private static DateTimeOffset SinceOf(Purse purse, DateTimeOffset now) => purse.Budget.Per switch
    {
        BudgetPeriod.Day => now.AddDays(-2),
        BudgetPeriod.Month => now.AddDays(-32),
        _ => DateTimeOffset.UnixEpoch,
    };

    private LedgerRow RowOf(OutboxTarget target, string campaign, Amount cost, string what) => new()
    {
        Target = target.Key,
        Attempt = target.Attempt + 1,
        Post = target.Post,
        Profile = target.Profile,
        Network = target.Network,
        Campaign = campaign,
        What = what,
        Cost = cost,
        At = host.Clock.GetUtcNow(),
        State = LedgerRow.Reserved,
    };

    /// <summary>Notes how an attempt ended. Only what was not published, for certain, is given back.</summary>
    public async Task SettleAsync(OutboxTarget ended, Profile profile)
    {
        if (PriceList.Find(profile.RealNetwork) is null or { IsFree: true })
            return;

        try
        {
            await ledger.SettleAsync(
                ended.Key,
                ended.Attempt,
                isCharged: ended.State is TargetState.Sent or TargetState.Unknown,
                row => [.. PursesOf(profile, row.Campaign, row.At)]);

            // The rest of its thread has reserved too; and of several attempts one has arrived.
            if (ended.State == TargetState.Refused || (ended.State == TargetState.Sent && ended.Attempt > 1))
                await ledger.ReleaseOfAsync(ended.Post, row => [.. PursesOf(profile, row.Campaign, row.At)]);
        }
        catch (PluginHostException)
        {
            // It stays reserved: a budget is rather kept too well than not.
        }
    }

    /// <summary>The purses out of which a send is paid.</summary>
    public IEnumerable<Purse> PursesOf(Profile profile, string campaign, DateTimeOffset at)
    {
        if (profile.Budget is { } own)
            yield return Make(profile.Name, own, at);

        // By the name of the line: what several campaigns share is one budget.
        foreach (var (name, budget) in campaign.Length > 0 ? campaigns.Find(campaign) : [])
            yield return Make($"campaign {name}", budget, at);
    }

    private Purse Make(string name, Budget budget, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, host.Workspace.Zone);
        return new Purse
        {
            Name = name,
            Budget = budget,
            Period = budget.Per switch
            {
                BudgetPeriod.Day => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                BudgetPeriod.Month => local.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                _ => "",
            },
        };
    }
}
