using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

[Setting("campaign-budgets", SettingKind.List, "What campaigns may spend: a campaign or script and a sum, such as \"radio 20 USD\" or \"scripts/radio.csx 5 USD/day\".")]
public sealed partial class PostingPlugin
{
    internal const string CostsView = "posting.costs.view";

    private const int CostDays = 31;

    /// <summary>Links that cost.</summary>
    [Linter("posting.price", "A link that the network charges for", Severity.Information)]
    public Linter FindPrices() => new PriceLinter();

    /// <summary>What a text would cost.</summary>
    [Command("posting.estimate", "Posting: Estimate", Description = "Says what a text would cost on a profile, by the price list of its network. Nothing is sent.")]
    public async Task<Table> EstimateAsync(
        [Asks("For which profile?")] string profile, [Asks("Which text?", Anew = true)] string text, CancellationToken cancel) => Table.Of(
        await _publisher.EstimateAsync(PlanOf(profile, text, "posting.estimate"), cancel),
        ("profile", estimate => estimate.Profile),
        ("cost", estimate => estimate.ToString()),
        ("for", estimate => string.Join(", ", estimate.Items)),
        ("source", estimate => estimate.Source));

    /// <summary>What was spent.</summary>
    [Command("posting.costs", "Posting: Costs", Description = "What posts have cost, by day, profile and campaign, with what is left of each budget. Reserved sums count.")]
    public async Task<Table> CostsAsync(
        IHost host, [Asks("For how many days?", Default = "31")] int days, CancellationToken cancel)
    {
        if (days is < 1 or > 3660)
            throw new WrongUseException(string.Create(CultureInfo.InvariantCulture, $"{days} is no number of days. Take 1 to 3660."));

        host.Views.Open(CostsView);
        return await TableOfCostsAsync(host, days, cancel);
    }

    /// <summary>What was spent, on screen.</summary>
    [View(CostsView, "Costs", Area.Editor, Welcome = "Nothing has cost anything yet. {posting.estimate} says what a text would.")]
    public async Task<TableView> ShowCostsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = await TableOfCostsAsync(host, CostDays, cancel),
        Key = "key",
    };

    private async Task<Table> TableOfCostsAsync(IHost host, int days, CancellationToken cancel)
    {
        var profiles = (await host.Services.GetAsync<IProfiles>(cancel)).All.ToDictionary(profile => profile.Name);
        await _spending.ReleaseAsync(host.Clock.GetUtcNow() - TimeSpan.FromDays(days));
        var rows = await _ledger.ReadAsync(host.Clock.GetUtcNow() - TimeSpan.FromDays(days), cancel);
        var records = new List<Record>();
        foreach (var group in rows.GroupBy(row => (Day: InZone(host, row.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Profile, row.Campaign, row.Cost.Currency)))
        {
            records.Add(Record.Of(
                ("day", group.Key.Day),
                ("profile", group.Key.Profile),
                ("campaign", group.Key.Campaign),
                ("posts", group.Select(row => row.Target).Distinct().Count()),
                ("cost", group.Sum(row => row.Cost.Value)),
                ("currency", group.Key.Currency),
                ("budget", await LeftAsync(profiles.GetValueOrDefault(group.Key.Profile), group.Key.Campaign, group.First().At, cancel)),
                ("key", $"{group.Key.Day} {group.Key.Profile} {group.Key.Campaign} {group.Key.Currency}")));
        }

        return new Table
        {
            Columns = [.. new[] { "day", "profile", "campaign", "posts", "cost", "currency", "budget" }.Select(name => new TableColumn { Name = name })],
            Rows = records,
        };
    }

    private async Task<string> LeftAsync(Profile? profile, string campaign, DateTimeOffset at, CancellationToken cancel)
    {
        if (profile is null)
            return "";

        var left = new List<string>();
        foreach (var purse in _spending.PursesOf(profile, campaign, at))
            left.Add($"{await _ledger.ReadSpentAsync(purse, cancel)} of {purse.Budget} of {purse.Name}");

        return string.Join(", ", left);
    }
}
