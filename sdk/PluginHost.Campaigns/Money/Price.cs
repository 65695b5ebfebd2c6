namespace PluginHost.Campaigns;

/// <summary>What one thing costs on a network, from a day on.</summary>
public sealed record Price
{
    /// <summary>What is charged for, as the price list names it: <see cref="PriceList.Post"/> and its like.</summary>
    public required string What { get; init; }

    /// <summary>The first day (UTC) on which it holds. The newest one that has begun is the price.</summary>
    public required DateOnly From { get; init; }

    /// <summary>How much one costs.</summary>
    public required Amount Each { get; init; }
}
