namespace PluginHost.Campaigns;

/// <summary>Code points that weigh the same.</summary>
public sealed record WeightRange
{
    /// <summary>The first code point.</summary>
    public required int First { get; init; }

    /// <summary>The last code point.</summary>
    public required int Last { get; init; }

    /// <summary>What each of them counts.</summary>
    public required int Weight { get; init; }
}
