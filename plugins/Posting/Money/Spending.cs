using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Keeps to budgets: reserves what a send will cost before it leaves, and notes afterwards what became of it.</summary>
internal sealed class Spending(IHost host, Outbox outbox, Ledger ledger, CampaignBudgets campaigns)
{
    /// <summary>With this begins the reason of what is held for want of money.</summary>
    public const string OverBudget = "over budget: ";

    /// <summary>Reserves what a target will cost.</summary>
    /// <returns>Why it must wait for a person; null: it may go out.</returns>
    public async Task<string?> HoldsBackAsync(OutboxTarget target, Profile profile)
    {
        var cost = Pricing.Of(target.ToVariant(), profile, host.Clock.GetUtcNow());
        if (cost.Total is not { Micros: > 0 } total)
            return null;

        var campaign = await outbox.ReadCampaignAsync(target.Post, CancellationToken.None);
        var purses = PursesOf(profile, campaign, host.Clock.GetUtcNow()).ToList();

        // Nobody knows the rate at which it would be paid, so nobody can say that it is within.
        if (purses.Find(purse => purse.Budget.Limit.Currency != total.Currency) is { } foreign)
            return $"{OverBudget}it costs {total}, and {foreign} is in another currency. Give the budget in {total.Currency}";

        var row = new LedgerRow
        {
            Target = target.Key,
            Attempt = target.Attempt + 1,
            Post = target.Post,
            Profile = target.Profile,
            Network = target.Network,
            Campaign = campaign,
            What = string.Join(", ", cost.Items),
            Cost = total,
            At = host.Clock.GetUtcNow(),
            State = LedgerRow.Reserved,
        };
        return await ledger.ReserveAsync(row, purses) is { } empty
            ? $"{OverBudget}it costs {total}, and of {empty} {await ledger.ReadSpentAsync(empty, CancellationToken.None)} is spent. "
                + "posting.send tries again when there is room; posting.undo takes it back"
            : null;
    }

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

        if (campaign.Length > 0 && campaigns.Find(campaign) is { } budget)
            yield return Make($"campaign {campaign}", budget, at);
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
