using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>A budget with a name, as it stands in the store.</summary>
internal sealed record Purse
{
    /// <summary>Whose it is: a profile's name, or <c>campaign</c> and the campaign's.</summary>
    public required string Name { get; init; }

    public required Budget Budget { get; init; }

    /// <summary>Which of its periods: the day, the month, or empty for ever.</summary>
    public required string Period { get; init; }

    public override string ToString() => $"the budget {Budget} of {Name}";
}
