namespace PluginHost.Campaigns;

/// <summary>What a variant will cost, as far as the price list tells before it is sent.</summary>
public sealed record CostEstimate
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>How much.</summary>
    /// <value><see langword="null"/>: no price is known for its network, which is not to say that it is free.</value>
    public Amount? Total { get; init; }

    /// <summary>What is charged for: <c>2 posts with a link at 0.20 USD</c>.</summary>
    /// <value>Empty: nothing, or it is not known.</value>
    public IReadOnlyList<string> Items { get; init => field = [.. value]; } = [];

    /// <summary>Where the prices come from, with their day.</summary>
    /// <value>Empty: no price is known.</value>
    public string Source { get; init; } = "";

    /// <summary>The estimate as a person reads it: a sum, <c>free</c> where the list says so, else <c>n/a</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Total is null ? "n/a" : Total.Micros == 0 ? "free" : Total.ToString();
}
