using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How much campaigns may spend, as the settings say.</summary>
internal sealed class CampaignBudgets
{
    private readonly Dictionary<string, Budget> _budgets = [];

    private CampaignBudgets()
    {
    }

    /// <exception cref="WrongUseException">A line names no campaign, or no budget.</exception>
    public static CampaignBudgets Read(ISettings settings)
    {
        var read = new CampaignBudgets();
        foreach (var line in settings.List("campaign-budgets"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0 || Budget.Parse(line[(space + 1)..]) is not { } budget)
            {
                throw new WrongUseException(
                    $"The setting \"campaign-budgets\" of posting cannot read \"{line}\". Write a campaign and its budget, as \"scripts/radio.csx 20 USD\" or \"radio 5 USD/day\".");
            }

            if (!read._budgets.TryAdd(line[..space], budget))
                throw new WrongUseException($"The setting \"campaign-budgets\" of posting names {line[..space]} twice.");
        }

        return read;
    }

    /// <summary>
    /// The budgets that hold a campaign, with the names that the setting gives them: that of its whole name, or else of its script's without folder and ending. What
    /// a person writes as scripts/radio.csx may run as radio, and the other way round. Where several lines may mean it, each of them holds.
    /// </summary>
    public IEnumerable<(string Name, Budget Budget)> Find(string campaign) => _budgets.TryGetValue(campaign, out var whole)
        ? [(campaign, whole)]
        : _budgets.Where(line => MayMean(line.Key, campaign)).OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => (line.Key, line.Value));

    // Two scripts of one name in two folders are two campaigns, unless one of the two was named without its folder.
    private static bool MayMean(string line, string campaign) =>
        Path.GetFileNameWithoutExtension(line) == Path.GetFileNameWithoutExtension(campaign)
        && (line == Path.GetFileNameWithoutExtension(line) || campaign == Path.GetFileNameWithoutExtension(campaign));
}
