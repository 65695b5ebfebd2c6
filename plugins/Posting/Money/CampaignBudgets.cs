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

    /// <summary>The budget of a campaign: by its whole name, or by its script's without folder and ending.</summary>
    public Budget? Find(string campaign) =>
        _budgets.GetValueOrDefault(campaign) ?? _budgets.GetValueOrDefault(Path.GetFileNameWithoutExtension(campaign));
}
